/** Styles and scripts, each served under a name that changes with its content. */
@NullMarked
package health.reprieve.ui.asset;

import org.jspecify.annotations.NullMarked;
