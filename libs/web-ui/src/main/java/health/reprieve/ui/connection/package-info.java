/** The connections between browsers, front door and services. */
@NullMarked
package health.reprieve.ui.connection;

import org.jspecify.annotations.NullMarked;
