/** Every refusal and every failure, told once: as a problem document to programs and as a calm page to people. */
@NullMarked
package health.reprieve.ui.problem;

import org.jspecify.annotations.NullMarked;
