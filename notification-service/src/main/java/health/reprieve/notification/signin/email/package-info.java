/** The mail with a sign-in code. */
@NullMarked
package health.reprieve.notification.signin.email;

import org.jspecify.annotations.NullMarked;
