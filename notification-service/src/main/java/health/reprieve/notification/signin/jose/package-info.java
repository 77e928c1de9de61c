/** Sealing by JOSE. */
@NullMarked
package health.reprieve.notification.signin.jose;

import org.jspecify.annotations.NullMarked;
