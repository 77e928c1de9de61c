/** What the page tests of every service check in the same way. */
@NullMarked
package health.reprieve.ui.check;

import org.jspecify.annotations.NullMarked;
