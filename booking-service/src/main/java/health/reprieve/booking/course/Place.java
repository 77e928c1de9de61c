package health.reprieve.booking.course;

/**
 * Where in a course a visit belongs.
 *
 * @param number from 1, in the order of the visits
 * @param week of the course, from 1
 * @param ofWeek which one of its week, from 1
 */
public record Place(int number, int week, int ofWeek) {}
