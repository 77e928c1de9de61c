/** Reading events of other services, carefully: what lies on a topic was written by somebody else. */
@NullMarked
package health.reprieve.notification.news;

import org.jspecify.annotations.NullMarked;
