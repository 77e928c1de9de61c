package health.reprieve.booking.waitlist;

import java.time.LocalTime;

/** When a visit begins, by the clinic's clock on the wall. */
public enum PartOfDay {
    /** Before noon. */
    MORNING,
    /** From noon until five. */
    AFTERNOON,
    /** From five. */
    EVENING;

    private static final LocalTime FIVE = LocalTime.of(17, 0);

    static PartOfDay of(LocalTime time) {
        if (time.isBefore(LocalTime.NOON)) {
            return MORNING;
        }
        return time.isBefore(FIVE) ? AFTERNOON : EVENING;
    }
}
