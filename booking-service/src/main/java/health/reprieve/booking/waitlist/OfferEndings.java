package health.reprieve.booking.waitlist;

import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.KeptTimes;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.Vacancies;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Rule;
import health.reprieve.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends what cannot go on: offers that nobody answered or whose time was lost, and wishes whose last day is over. */
@Component
class OfferEndings {

    private final WaitingList list;
    private final Openings openings;
    private final KeptTimes times;
    private final Database database;
    private final Clock clock;

    OfferEndings(WaitingList list, Openings openings, KeptTimes times, Database database, Clock clock) {
        this.list = list;
        this.openings = openings;
        this.times = times;
        this.database = database;
        this.clock = clock;
    }

    /** Everything at one clinic that is over by now. */
    Mono<Void> endAt(ClinicId clinic) {
        var now = clock.instant();
        return openings.clinic(clinic)
                .map(found -> now.atZone(found.zone()).toLocalDate())
                .flatMap(today -> Pages.all((after, most) -> list.ending(clinic, today, after, most)))
                // the clinic is read after the list: an older one would not know of an offer that was made just now
                .zipWhen(some -> openings.vacancies(clinic))
                .flatMap(both -> endAll(both.getT1(), both.getT2(), now));
    }

    private Mono<Void> endAll(List<Waiting> some, Vacancies free, Instant now) {
        return Flux.fromIterable(some)
                .filter(waiting -> ending(waiting, free, now).isPresent())
                .concatMapDelayError(waiting -> end(
                        waiting,
                        locked -> Mono.justOrEmpty(ending(locked, free, now))
                                // what was changed since the clinic was looked at is judged by the next look
                                .filter(turn -> locked.version() == waiting.version())))
                .then();
    }

    /**
     * Does with somebody what is decided while nobody else can change them; a time that is offered no more is free again.
     *
     * @param decision empty: they stay as they are
     */
    Mono<Waiting> end(Waiting waiting, Function<Waiting, Mono<Waiting.Turn>> decision) {
        return database.transaction(client -> list.lock(waiting.id())
                .flatMap(locked -> decision.apply(locked).flatMap(this::write).defaultIfEmpty(locked)));
    }

    private Mono<Waiting> write(Waiting.Turn turn) {
        var offer = turn.offer();
        var released =
                offer == null ? Mono.<Void>empty() : times.release(offer.id().holder());
        return list.save(turn).then(released).thenReturn(turn.after());
    }

    private static Optional<Waiting.Turn> ending(Waiting waiting, Vacancies free, Instant now) {
        return switch (waiting.state()) {
            case Waiting.State.Offered(var offer) -> ending(waiting, offer, free, now);
            case Waiting.State.InLine line ->
                Optional.of(waiting).filter(w -> isOver(w, free, now)).map(w -> w.outdated(now));
            case Waiting.State.Booked booked -> Optional.empty();
            case Waiting.State.Left left -> Optional.empty();
            case Waiting.State.Outdated outdated -> Optional.empty();
        };
    }

    private static Optional<Waiting.Turn> ending(Waiting waiting, OfferMade offer, Vacancies free, Instant now) {
        if (offer.isOverdue(now)) {
            return Optional.of(waiting.expired(offer, now));
        }
        return isKept(waiting, offer, free) ? Optional.empty() : Optional.of(waiting.withdrawn(offer, now));
    }

    /**
     * The therapist may have lost their right, the clinic may be closed. That the patient has another visit near it is theirs to
     * settle: they may give that one up for this.
     */
    private static boolean isKept(Waiting waiting, OfferMade offer, Vacancies free) {
        var asker = new Asker(offer.id().holder(), waiting.patient(), null);
        return free.isHeldBy(offer.id().holder())
                && reasonsAgainst(offer, waiting.wish().search(asker, null), free)
                        .map(reasons -> reasons.stream()
                                .allMatch(
                                        reason -> reason.rule() == Rule.PATIENT_FREE || reason.rule() == Rule.SPACING))
                        .orElse(false);
    }

    /** Empty when it is not sold any more. */
    private static Optional<List<Refusal>> reasonsAgainst(OfferMade offer, Vacancies.Search search, Vacancies free) {
        try {
            return Optional.of(
                    free.reasonsAgainst(search, offer.therapist(), offer.time().start()));
        } catch (BookingRefused notSold) {
            return Optional.empty();
        }
    }

    private static boolean isOver(Waiting waiting, Vacancies free, Instant now) {
        var today = now.atZone(free.clinic().zone()).toLocalDate();
        return waiting.wish().lastDay().isBefore(today);
    }
}
