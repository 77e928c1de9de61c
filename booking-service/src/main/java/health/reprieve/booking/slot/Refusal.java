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

    /** What it breaks. */
    default Rule rule() {
        return switch (this) {
            case UnknownTherapist unknown -> Rule.KNOWN_THERAPIST;
            case LengthNotOffered length -> Rule.SERVICE_LENGTH;
            case OffGrid offGrid -> Rule.STARTS;
            case TooSoon soon -> Rule.NOTICE;
            case TooFar far -> Rule.HORIZON;
            case ClinicClosed closed -> Rule.CLOSURE;
            case OutsideOpening outside -> Rule.OPENING_HOURS;
            case OutsideHours outside -> Rule.WORKING_HOURS;
            case TimeOff off -> Rule.TIME_OFF;
            case NoRightToPractise right -> Rule.RIGHT_TO_PRACTISE;
            case CalendarUnknown unknown -> Rule.FOREIGN_CALENDAR;
            case BusyElsewhere elsewhere -> Rule.FOREIGN_CALENDAR;
            case TherapistBusy busy -> Rule.THERAPIST_FREE;
            case LimitReached limit -> Rule.LOAD;
            case PatientBusy busy -> Rule.PATIENT_FREE;
            case BlackedOut blackout -> Rule.BLACKOUT;
            case TooMuchPressure pressure -> Rule.REGION;
            case TooCloseTogether close -> Rule.SPACING;
            case NoRoom full -> Rule.ROOM;
        };
    }

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
    record UnknownTherapist() implements Refusal {}

    /** @param lengths that the service is given in */
    record LengthNotOffered(Set<Duration> lengths) implements Refusal {
        public LengthNotOffered {
            lengths = Set.copyOf(lengths);
        }
    }

    /** The start is none of the clinic's starts on the days in question. */
    record OffGrid() implements Refusal {}

    /** @param earliest the first instant that leaves enough notice */
    record TooSoon(Instant earliest) implements Refusal {}

    /** @param horizon starts must lie before it */
    record TooFar(Instant horizon) implements Refusal {}

    record ClinicClosed(Closure closure) implements Refusal {}

    /** The clinic's weekly hours do not hold all of that time. */
    record OutsideOpening() implements Refusal {}

    /** The therapist does not work at the clinic for all of that time. */
    record OutsideHours() implements Refusal {}

    /** @param away when the therapist is not there */
    record TimeOff(TimeRange away) implements Refusal {}

    /** The therapist lacks the right to practise in the clinic's state for some of that time. */
    record NoRightToPractise(String state) implements Refusal {}

    /** @param readAt when the therapist's own calendar was last read: too long ago to say that they are free */
    record CalendarUnknown(Instant readAt) implements Refusal {}

    /** The therapist's own calendar shows something then. */
    record BusyElsewhere(TimeRange busy) implements Refusal {}

    /** The therapist has a visit or a hold then, or needs rest. */
    record TherapistBusy() implements Refusal {}

    /** The session would go beyond what the therapist may work. */
    record LimitReached(Limit limit) implements Refusal {}

    /** The patient has another visit then. */
    record PatientBusy() implements Refusal {}

    record BlackedOut(PatientConstraints.Blackout blackout) implements Refusal {}

    record TooMuchPressure(PatientConstraints.RegionLimit limit) implements Refusal {}

    record TooCloseTogether(PatientConstraints.Treatment other) implements Refusal {}

    /** No room with what is needed is free for all of that time. */
    record NoRoom() implements Refusal {}
}
