/** What a form shows: its fields, its choices, and what is wrong with what was sent. Rendered by {@code ui/form.html}. */
@NullMarked
package health.reprieve.ui.form;

import org.jspecify.annotations.NullMarked;
