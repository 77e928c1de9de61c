/** Courses and referrals as JSON. */
@NullMarked
package health.reprieve.booking.course.web;

import org.jspecify.annotations.NullMarked;
