package health.reprieve.ui.part;

import health.reprieve.ui.Text;

/**
 * A day that has space.
 *
 * @param href the page that shows this day's times
 * @param day the day in words, such as "Tuesday, March 2"
 * @param count how much space, such as "6 times"
 * @param chosen whether its times are shown now
 */
public record DayLink(String href, String day, Text count, boolean chosen) {}
