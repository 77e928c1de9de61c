/** The code that proves a mail address: sealed until it is sent. */
@NullMarked
package health.reprieve.notification.signin;

import org.jspecify.annotations.NullMarked;
