@NullMarked
package health.reprieve.notification.signin;

import org.jspecify.annotations.NullMarked;
