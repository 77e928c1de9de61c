/** A small service that shows every part of the design system; the tests look at it, and so do people. */
@NullMarked
package health.reprieve.ui.gallery;

import org.jspecify.annotations.NullMarked;
