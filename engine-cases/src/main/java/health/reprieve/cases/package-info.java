/** Situations described in files, and the command that asks the engine about them. */
@NullMarked
package health.reprieve.cases;

import org.jspecify.annotations.NullMarked;
