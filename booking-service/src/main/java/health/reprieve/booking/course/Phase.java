package health.reprieve.booking.course;

/**
 * A stretch of a course in which the visits come equally often.
 *
 * @param perWeek from 1 to 7
 * @param visits how many in all; the last week may have fewer than the others
 * @param mostDaysApart clinic-local days from one visit to the next, at most
 * @param pauseWeeks weeks without visits before it
 */
public record Phase(int perWeek, int visits, int mostDaysApart, int pauseWeeks) {

    static final int DAYS_OF_A_WEEK = 7;

    private static final int LEEWAY_DAYS = 3;

    public Phase {
        if (perWeek < 1 || perWeek > DAYS_OF_A_WEEK || visits < 1 || mostDaysApart < 1 || pauseWeeks < 0) {
            throw new IllegalArgumentException("%d a week, %d in all, %d days apart at most is no phase"
                    .formatted(perWeek, visits, mostDaysApart));
        }
    }

    /** Visits that stray from an even spacing by three days at most: weekly ones are never more than ten days apart. */
    public static Phase of(int perWeek, int visits) {
        return new Phase(perWeek, visits, DAYS_OF_A_WEEK / perWeek + LEEWAY_DAYS, 0);
    }

    /** The same, so many weeks later. */
    Phase after(int weeks) {
        return new Phase(perWeek, visits, mostDaysApart, weeks);
    }

    /** How many weeks it is, with the pause before it. */
    int weeks() {
        return pauseWeeks + (visits + perWeek - 1) / perWeek;
    }
}
