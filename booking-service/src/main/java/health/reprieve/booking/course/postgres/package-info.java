/** Courses and referrals in PostgreSQL, which also keeps a referral's limits. */
@NullMarked
package health.reprieve.booking.course.postgres;

import org.jspecify.annotations.NullMarked;
