package health.reprieve.booking.clinic;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Why a wish about a clinic's rules is not granted. Nothing was changed. */
public abstract sealed class ClinicRefused extends RuntimeException {

    private ClinicRefused(String message) {
        // a refusal is an answer, not a fault: nobody needs its stack
        super(message, null, false, false);
    }

    /** There is no such clinic, or nothing of that id in it. */
    public static final class Unknown extends ClinicRefused {
        public Unknown() {
            super("no such clinic, or nothing of that id in it");
        }
    }

    /** It is for those who run the clinic. */
    public static final class NotPermitted extends ClinicRefused {
        public NotPermitted() {
            super("it is others' to do");
        }
    }

    /** The room is none of the clinic's. */
    public static final class RoomUnknown extends ClinicRefused {
        public RoomUnknown() {
            super("no such room at the clinic");
        }
    }

    /** The therapist has no hours at the clinic. */
    public static final class TherapistUnknown extends ClinicRefused {
        public TherapistUnknown() {
            super("no such therapist at the clinic");
        }
    }

    public static final class EndBeforeStart extends ClinicRefused {
        public EndBeforeStart() {
            super("the end is not after the start");
        }
    }

    public static final class SpanTooLong extends ClinicRefused {
        private final int mostDays;

        public SpanTooLong(int mostDays) {
            super("more than %d days".formatted(mostDays));
            this.mostDays = mostDays;
        }

        public int mostDays() {
            return mostDays;
        }
    }

    /** It is over already, or begins years from now. */
    public static final class OutOfReach extends ClinicRefused {
        public OutOfReach() {
            super("the time is over or too far ahead");
        }
    }

    /** Clocks leave the time out on that day. */
    public static final class TimeNeverShown extends ClinicRefused {
        private final transient LocalDateTime local;

        public TimeNeverShown(LocalDateTime local) {
            super("no clock there shows that time");
            this.local = local;
        }

        public LocalDateTime local() {
            return local;
        }
    }

    /** Clocks show the time twice on that day. */
    public static final class TimeShownTwice extends ClinicRefused {
        private final transient LocalDateTime local;
        private final transient List<ZoneOffset> offsets;

        public TimeShownTwice(LocalDateTime local, List<ZoneOffset> offsets) {
            super("clocks there show that time twice");
            this.local = local;
            this.offsets = List.copyOf(offsets);
        }

        public LocalDateTime local() {
            return local;
        }

        /** By which the two can be told apart, the earlier instant's first. */
        public List<ZoneOffset> offsets() {
            return offsets;
        }
    }

    /** Another time was entered under the same id. */
    public static final class IdUsed extends ClinicRefused {
        public IdUsed() {
            super("the id stands for something else");
        }
    }

    /** Two spans of one day overlap. */
    public static final class HoursOverlap extends ClinicRefused {
        private final DayOfWeek day;

        public HoursOverlap(DayOfWeek day) {
            super("opening hours overlap");
            this.day = day;
        }

        public DayOfWeek day() {
            return day;
        }
    }

    /** The minutes between starts do not divide a day. */
    public static final class GridDoesNotFit extends ClinicRefused {
        public GridDoesNotFit() {
            super("the minutes between starts do not divide a day");
        }
    }

    /** The rules were replaced since they were read. */
    public static final class VersionStale extends ClinicRefused {
        private final long current;

        public VersionStale(long current) {
            super("the rules were replaced meanwhile");
            this.current = current;
        }

        public long current() {
            return current;
        }
    }
}
