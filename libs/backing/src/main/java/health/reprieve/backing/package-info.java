/**
 * The real PostgreSQL and Kafka that a JVM starts for itself: kept on disk for the local stack, thrown away after tests.
 */
@NullMarked
package health.reprieve.backing;

import org.jspecify.annotations.NullMarked;
