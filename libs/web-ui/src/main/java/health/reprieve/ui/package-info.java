/** The design system: what every page of Reprieve is made of, and how a service takes it in. */
@NullMarked
package health.reprieve.ui;

import org.jspecify.annotations.NullMarked;
