package health.reprieve.booking.waitlist;

import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a time. Methods decide; they never read a clock or touch a database.
 *
 * @param version rises with every change
 * @param since when they joined
 * @param unanswered how many offers they left without an answer, one after the other, for whichever wish
 * @param notTaken times that they were offered, for whichever wish, and did not take; the latest 100
 */
public record Waiting(
        WaitId id,
        long version,
        PatientId patient,
        WaitWish wish,
        Instant since,
        int unanswered,
        List<TimeRange> notTaken,
        State state) {

    public Waiting {
        notTaken = List.copyOf(notTaken);
    }

    /** Where somebody stands. */
    public sealed interface State {

        /** Waits for a time that suits. */
        record InLine() implements State {}

        /** Is asked whether they want a time. */
        record Offered(OfferMade offer) implements State {}

        record Booked(Instant at, AppointmentId visit) implements State {}

        /** @param by who took it off the list; null: that was not kept then */
        record Left(Instant at, @Nullable Doer by) implements State {}

        /** No time came before the last day was over. */
        record Outdated(Instant at) implements State {}
    }

    /**
     * What is to be written.
     *
     * @param offer that was made or has ended; null: none is concerned
     */
    public record Turn(Waiting after, @Nullable OfferMade offer) {}

    /** Somebody who has just joined. */
    static Waiting joined(WaitId id, PatientId patient, WaitWish wish, Instant now) {
        return new Waiting(id, 1, patient, wish, now, 0, List.of(), new State.InLine());
    }

    public boolean isInLine() {
        return state instanceof State.InLine;
    }

    /** Whether they wait still, with or without an offer. */
    public boolean isLive() {
        return switch (state) {
            case State.InLine line -> true;
            case State.Offered offered -> true;
            case State.Booked booked -> false;
            case State.Left left -> false;
            case State.Outdated outdated -> false;
        };
    }

    Turn offered(OfferMade offer) {
        return new Turn(with(new State.Offered(offer), unanswered), offer);
    }

    Turn accepted(OfferMade offer, AppointmentId visit, Instant now) {
        return new Turn(with(new State.Booked(now, visit), 0), offer.with(new OfferMade.Outcome.Accepted(now, visit)));
    }

    Turn declined(OfferMade offer, Instant now) {
        return new Turn(with(new State.InLine(), 0), offer.with(new OfferMade.Outcome.Declined(now)));
    }

    Turn expired(OfferMade offer, Instant now) {
        return new Turn(with(new State.InLine(), unanswered + 1), offer.with(new OfferMade.Outcome.Expired(now)));
    }

    /** That the time was lost is nobody's answer. */
    Turn withdrawn(OfferMade offer, Instant now) {
        return new Turn(with(new State.InLine(), unanswered), offer.with(new OfferMade.Outcome.Withdrawn(now)));
    }

    Turn left(Doer by, Instant now) {
        return ended(new State.Left(now, by), now);
    }

    Turn outdated(Instant now) {
        return ended(new State.Outdated(now), now);
    }

    private Turn ended(State end, Instant now) {
        var open = state instanceof State.Offered(var offer) ? offer : null;
        return new Turn(with(end, unanswered), open == null ? null : open.with(new OfferMade.Outcome.Withdrawn(now)));
    }

    private Waiting with(State next, int unansweredNow) {
        return new Waiting(id, version + 1, patient, wish, since, unansweredNow, notTaken, next);
    }
}
