package health.reprieve.booking.slot;

import java.time.Instant;

/** Why a start is not offered: the first rule, in the order in which they stand here, that it breaks. */
public sealed interface Refusal {

    /** No therapist of that id works at the clinic. */
    record UnknownTherapist() implements Refusal {}

    /** The start does not lie on the clinic's grid. */
    record OffGrid() implements Refusal {}

    /** @param earliest the first start that leaves enough notice */
    record TooSoon(Instant earliest) implements Refusal {}

    /** @param horizon starts must lie before it */
    record TooFar(Instant horizon) implements Refusal {}

    /** The therapist does not work at the clinic for all of that time. */
    record OutsideHours() implements Refusal {}

    /** The therapist lacks the right to practise in the clinic's state for some of that time. */
    record NoRightToPractise() implements Refusal {}

    /** The therapist has a visit or a hold then, or needs rest. */
    record TherapistBusy() implements Refusal {}

    /** The patient has another visit then. */
    record PatientBusy() implements Refusal {}

    /** No room is free for all of that time. */
    record NoRoom() implements Refusal {}
}
