/** What the larger parts of a page show: days, times, answers. Rendered by {@code ui/parts.html}. */
@NullMarked
package health.reprieve.ui.part;

import org.jspecify.annotations.NullMarked;
