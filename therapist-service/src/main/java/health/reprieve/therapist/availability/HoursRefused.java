package health.reprieve.therapist.availability;

import java.time.LocalDate;
import java.time.LocalTime;

/** Working hours that cannot be. */
public abstract sealed class HoursRefused extends RuntimeException {

    private HoursRefused(String message) {
        super(message);
    }

    /** They end before, or when, they begin; work past midnight is written as two days. */
    public static final class EndNotAfterStart extends HoursRefused {
        EndNotAfterStart(LocalTime from, LocalTime until) {
            super("%s is not before %s".formatted(from, until));
        }
    }

    /** Hours are kept to the minute. */
    public static final class NotOnTheMinute extends HoursRefused {
        NotOnTheMinute(LocalTime time) {
            super("%s has seconds".formatted(time));
        }
    }

    /** Two spans of one day share a minute. */
    public static final class Overlap extends HoursRefused {
        Overlap(Hours first, Hours second) {
            super("%s and %s overlap".formatted(first, second));
        }
    }

    public static final class ClinicTwice extends HoursRefused {
        ClinicTwice(ClinicId clinic) {
            super("clinic %s stands twice".formatted(clinic));
        }
    }

    public static final class ExceptionTwice extends HoursRefused {
        ExceptionTwice(ClinicId clinic, LocalDate date) {
            super("clinic %s has two exceptions on %s".formatted(clinic, date));
        }
    }

    public static final class ExceptionElsewhere extends HoursRefused {
        ExceptionElsewhere(ClinicId clinic) {
            super("an exception names clinic %s, which is no place of work".formatted(clinic));
        }
    }
}
