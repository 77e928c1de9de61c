/** Mail: how it looks, and the SMTP server that takes it. */
@NullMarked
package health.reprieve.notification.message.email;

import org.jspecify.annotations.NullMarked;
