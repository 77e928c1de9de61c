/** Connections as impatient clients use them. */
@NullMarked
package health.reprieve.ui.connection;

import org.jspecify.annotations.NullMarked;
