package health.reprieve.booking.waitlist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.access.Actor;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.Waiting;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a time.
 *
 * @param condition what hurts; left out for those who do not need it for their work
 * @param treatment left out: the clinic's default
 * @param length in minutes
 * @param days on which the visit may be
 * @param partsOfDay when it may begin
 * @param therapistIds by whom; empty: by anybody
 * @param firstDay earliest day
 * @param lastDay latest day, itself included
 * @param since when they joined
 * @param state where they stand
 * @param offer what they are asked now; left out: nothing
 * @param appointmentId the visit that ended the waiting; left out unless one did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingView(
        UUID id,
        UUID clinicId,
        UUID patientId,
        @Nullable Condition condition,
        @Nullable UUID treatment,
        long length,
        List<DayOfWeek> days,
        List<PartOfDay> partsOfDay,
        List<UUID> therapistIds,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant since,
        WaitState state,
        @Nullable WaitOfferView offer,
        @Nullable UUID appointmentId) {

    /** Where somebody stands. */
    enum WaitState {
        /** Waits for a time that suits. */
        WAITING,
        /** Is asked whether they want a time. */
        OFFERED,
        BOOKED,
        LEFT,
        /** No time came before the last day was over. */
        OUTDATED;

        static WaitState of(Waiting.State state) {
            return switch (state) {
                case Waiting.State.InLine line -> WAITING;
                case Waiting.State.Offered offered -> OFFERED;
                case Waiting.State.Booked booked -> BOOKED;
                case Waiting.State.Left left -> LEFT;
                case Waiting.State.Outdated outdated -> OUTDATED;
            };
        }
    }

    static WaitingView of(Waiting waiting, Actor actor, Instant now) {
        var wish = waiting.wish();
        var treatment = wish.treatment();
        return new WaitingView(
                waiting.id().value(),
                wish.clinic().value(),
                waiting.patient().value(),
                // a manager sees to therapists, rules and licences
                actor instanceof Actor.Manager ? null : wish.condition(),
                treatment == null ? null : treatment.value(),
                wish.length().toMinutes(),
                wish.days().stream().sorted().toList(),
                wish.parts().stream().sorted().toList(),
                wish.therapists().stream().map(id -> id.value()).sorted().toList(),
                wish.firstDay(),
                wish.lastDay(),
                waiting.since(),
                WaitState.of(waiting.state()),
                waiting.state() instanceof Waiting.State.Offered(var offer) ? WaitOfferView.of(offer, now) : null,
                waiting.state() instanceof Waiting.State.Booked(var at, var visit) ? visit.value() : null);
    }
}
