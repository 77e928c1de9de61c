package health.reprieve.booking.slot;

/** The engine's word on one start with one therapist. */
public sealed interface Verdict {

    record Offered(Offer offer) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}
}
