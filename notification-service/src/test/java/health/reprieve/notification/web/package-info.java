@NullMarked
package health.reprieve.notification.web;

import org.jspecify.annotations.NullMarked;
