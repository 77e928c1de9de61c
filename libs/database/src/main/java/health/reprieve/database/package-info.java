/** The one door to PostgreSQL: a pool with limits, and work that a client's hang-up cannot cut in half. */
@NullMarked
package health.reprieve.database;

import org.jspecify.annotations.NullMarked;
