package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/** Why a start is not offered: a rule it breaks, with what that rule knows of it. */
public sealed interface Refusal {

    /** In the order of the rules. */
    Comparator<Refusal> IN_ORDER = Comparator.comparing(Refusal::rule);

    Rule rule();

    /** What it is called outside; clients rely on these words. */
    default String code() {
        return switch (this) {
            case UnknownTherapist unknown -> "unknown-therapist";
            case LengthNotOffered length -> "length-not-offered";
            case OffGrid offGrid -> "off-grid";
            case TooSoon soon -> "too-soon";
            case TooFar far -> "too-far";
            case ClinicClosed closed -> "clinic-closed";
            case OutsideOpening outside -> "outside-opening";
            case OutsideHours outside -> "outside-hours";
            case TimeOff off -> "time-off";
            case NoRightToPractise right -> "no-right-to-practise";
            case CalendarUnknown unknown -> "calendar-unknown";
            case BusyElsewhere elsewhere -> "busy-elsewhere";
            case TherapistBusy busy -> "therapist-busy";
            case LimitReached limit -> "limit-reached";
            case PatientBusy busy -> "patient-busy";
            case BlackedOut blackout -> "blacked-out";
            case TooMuchPressure pressure -> "too-much-pressure";
            case TooCloseTogether close -> "too-close-together";
            case NoRoom full -> "no-room";
        };
    }

    /** No therapist of that id works at the clinic. */
    record UnknownTherapist() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.KNOWN_THERAPIST;
        }
    }

    /** @param lengths that the service is given in */
    record LengthNotOffered(Set<Duration> lengths) implements Refusal {
        public LengthNotOffered {
            lengths = Set.copyOf(lengths);
        }

        @Override
        public Rule rule() {
            return Rule.SERVICE_LENGTH;
        }
    }

    /** The start is none of the clinic's starts on the days in question. */
    record OffGrid() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.STARTS;
        }
    }

    /** @param earliest the first instant that leaves enough notice */
    record TooSoon(Instant earliest) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.NOTICE;
        }
    }

    /** @param horizon starts must lie before it */
    record TooFar(Instant horizon) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.HORIZON;
        }
    }

    record ClinicClosed(Closure closure) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.CLOSURE;
        }
    }

    /** The clinic's weekly hours do not hold all of that time. */
    record OutsideOpening() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.OPENING_HOURS;
        }
    }

    /** The therapist does not work at the clinic for all of that time. */
    record OutsideHours() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.WORKING_HOURS;
        }
    }

    /** @param away when the therapist is not there */
    record TimeOff(TimeRange away) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.TIME_OFF;
        }
    }

    /** The therapist lacks the right to practise in the clinic's state for some of that time. */
    record NoRightToPractise(String state) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.RIGHT_TO_PRACTISE;
        }
    }

    /** @param readAt when the therapist's own calendar was last read: too long ago to say that they are free */
    record CalendarUnknown(Instant readAt) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.FOREIGN_CALENDAR;
        }
    }

    /** The therapist's own calendar shows something then. */
    record BusyElsewhere(TimeRange busy) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.FOREIGN_CALENDAR;
        }
    }

    /** The therapist has a visit or a hold then, or needs rest. */
    record TherapistBusy() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.THERAPIST_FREE;
        }
    }

    /** The session would go beyond what the therapist may work. */
    record LimitReached(Limit limit) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.LOAD;
        }
    }

    /** The patient has another visit then. */
    record PatientBusy() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.PATIENT_FREE;
        }
    }

    record BlackedOut(PatientConstraints.Blackout blackout) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.BLACKOUT;
        }
    }

    record TooMuchPressure(PatientConstraints.RegionLimit limit) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.REGION;
        }
    }

    record TooCloseTogether(PatientConstraints.Treatment other) implements Refusal {
        @Override
        public Rule rule() {
            return Rule.SPACING;
        }
    }

    /** No room with what is needed is free for all of that time. */
    record NoRoom() implements Refusal {
        @Override
        public Rule rule() {
            return Rule.ROOM;
        }
    }
}
