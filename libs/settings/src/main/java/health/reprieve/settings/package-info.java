/** What a setting may be; a wrong one ends the start with one sentence that says which, why, and where to put it right. */
@NullMarked
package health.reprieve.settings;

import org.jspecify.annotations.NullMarked;
