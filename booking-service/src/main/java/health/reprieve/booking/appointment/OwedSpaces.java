package health.reprieve.booking.appointment;

import health.reprieve.booking.appointment.board.Taken;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Finds what visits that have lost their space could have again at their time, as staff would give it to them: oldest booking
 * first, by whom it was, or else by whoever suits best and is free. A visit that nobody can take is owed nothing.
 */
@Service
public class OwedSpaces {

    private static final int PAGE = 200;

    /** Those who booked later than so many others wait for staff longest anyway. */
    private static final int MOST_PAGES = 5;

    private final VisitsWithoutSpace visits;
    private final Situations situations;
    private final Clock clock;

    OwedSpaces(VisitsWithoutSpace visits, Situations situations, Clock clock) {
        this.visits = visits;
        // staff may reassign at shorter notice than the clinic wants
        this.situations = situations.withoutNotice();
        this.clock = clock;
    }

    /** @throws BookingRefused.ClinicUnknown through the Mono */
    public Mono<OwedSpace> at(ClinicId clinic) {
        var now = clock.instant();
        return oldestFirst(clinic, now)
                .flatMap(lost -> lost.isEmpty()
                        ? Mono.just(OwedSpace.NONE)
                        : situations.at(clinic).map(desk -> owed(lost, desk, now)));
    }

    private Mono<List<Appointment>> oldestFirst(ClinicId clinic, Instant now) {
        return visits.oldestFirst(clinic, now, null, PAGE)
                .expand(read ->
                        read.size() < PAGE ? Mono.empty() : visits.oldestFirst(clinic, now, read.getLast(), PAGE))
                .take(MOST_PAGES)
                .flatMapIterable(read -> read)
                .collectList();
    }

    private static OwedSpace owed(List<Appointment> lost, Situations.Desk desk, Instant now) {
        var owed = OwedSpace.NONE;
        for (var visit : lost) {
            var left = desk.beside(owed.near(visit.time()));
            var shares = new ArrayList<>(owed.shares());
            firstPossible(visit, left, now)
                    .map(offer -> share(visit, offer, desk.policy()))
                    .ifPresent(shares::add);
            owed = new OwedSpace(shares);
        }
        return owed;
    }

    private static Optional<Offer> firstPossible(Appointment visit, Situations.Desk desk, Instant now) {
        var question = new Situations.Question(Work.of(visit), Asker.moving(visit), now);
        var others = desk.board().bestFirst(visit.condition()).stream().map(KnownTherapist::id);
        return Stream.concat(Stream.of(visit.therapist().id()), others)
                .distinct()
                .flatMap(therapist ->
                        offer(desk.check(therapist, question, visit.time().start())))
                .findFirst();
    }

    private static Stream<Offer> offer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Offered offered -> Stream.of(offered.offer());
            case Verdict.Refused refused -> Stream.empty();
        };
    }

    /** What it has kept is taken already. */
    private static Taken share(Appointment visit, Offer offer, Policy policy) {
        var loss = visit.status() instanceof Status.NeedsReassignment lost ? lost.cause() : Loss.CLINIC;
        var keepsTherapist =
                loss == Loss.ROOM && offer.therapist().equals(visit.therapist().id());
        var session = Work.of(visit).session();
        return new Taken(
                UUID.randomUUID(),
                keepsTherapist ? null : offer.therapist(),
                loss == Loss.THERAPIST ? null : offer.swap().map(Offer.Swap::to).orElse(offer.room()),
                visit.time(),
                policy.rest().after(),
                policy.turnover().after(),
                session.effort(),
                session.needs(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
