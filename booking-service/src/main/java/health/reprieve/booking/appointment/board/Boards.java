package health.reprieve.booking.appointment.board;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.ClinicRules;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.clinic.ClosedTimes;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The boards of all clinics. Whoever asks waits for one look at what has changed, which is shared by all who ask
 * meanwhile; so an answer knows of everything that was committed before its question, by this instance or another.
 */
@Component
public class Boards {

    /** Limits count the whole week that a day lies in. */
    private static final Duration KEPT_AFTER_ITS_END = Duration.ofDays(8);

    /** Changes are kept longer than that; whoever did not look for so long begins anew. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(30);

    /** Nothing can be booked so far ahead. */
    private static final Duration FARTHEST = Duration.ofDays(800);

    private static final Duration TIDIED_EVERY = Duration.ofMinutes(1);

    private final TakenTimes times;
    private final Clinics clinics;
    private final ClinicRules rules;
    private final ClosedTimes closedTimes;
    private final KnownTherapists therapists;
    private final Policy policy;
    private final Clock clock;
    private final Rounds<Known> rounds = new Rounds<>(this::look);

    private final Set<ClinicId> wanted = ConcurrentHashMap.newKeySet();
    private @Nullable Known known;

    /** @param policy of clinics that have none of their own */
    Boards(
            TakenTimes times,
            Clinics clinics,
            ClinicRules rules,
            ClosedTimes closedTimes,
            KnownTherapists therapists,
            Policy policy,
            Clock clock) {
        this.times = times;
        this.clinics = clinics;
        this.rules = rules;
        this.closedTimes = closedTimes;
        this.therapists = therapists;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is known; only the round that runs changes it. */
    private static final class Known {

        private final Board board = new Board();
        private final Map<ClinicId, ClinicBoard> clinics = new ConcurrentHashMap<>();
        private TakenTimes.Position position;
        private Instant lookedAt;
        private Instant tidiedAt;

        private Known(TakenTimes.Position position, Instant now) {
            this.position = position;
            this.lookedAt = now;
            this.tidiedAt = now;
        }

        private boolean sleptTooLong(Instant now) {
            return now.isAfter(lookedAt.plus(LONGEST_SLEEP));
        }
    }

    /** The clinic's board; empty when there is no such clinic. */
    public Mono<ClinicBoard> of(ClinicId clinic) {
        return Mono.defer(() -> {
            wanted.add(clinic);
            return rounds.next().mapNotNull(now -> now.clinics.get(clinic));
        });
    }

    private Mono<Known> look() {
        var now = clock.instant();
        var before = known;
        var current = before == null || before.sleptTooLong(now) ? begin(now) : Mono.just(before);
        return current.flatMap(this::readOn).flatMap(this::readWanted).flatMap(read -> tidied(read, now));
    }

    private Mono<Known> begin(Instant now) {
        return times.now()
                .map(position -> new Known(position, now))
                .flatMap(fresh -> pages(now)
                        .doOnNext(taken -> fresh.board.set(taken.id(), taken))
                        .then(Mono.fromSupplier(() -> known = fresh)));
    }

    private Flux<Taken> pages(Instant now) {
        var endingAfter = now.minus(KEPT_AFTER_ITS_END);
        return times.page(null, endingAfter)
                .expand(page -> page.size() < TakenTimes.PAGE
                        ? Mono.empty()
                        : times.page(page.getLast().id(), endingAfter))
                .flatMapIterable(page -> page);
    }

    private Mono<Known> readOn(Known current) {
        var renewed = new HashSet<TherapistId>();
        return times.since(current.position)
                .doOnNext(news -> apply(news, current, renewed))
                .expand(news -> news.isAll()
                        ? Mono.empty()
                        : times.since(current.position).doOnNext(more -> apply(more, current, renewed)))
                .thenMany(Flux.fromIterable(renewed))
                .concatMap(therapist -> renew(current, therapist))
                .then(Mono.just(current));
    }

    private static void apply(TakenTimes.News news, Known current, Set<TherapistId> renewed) {
        for (var change : news.changes()) {
            switch (change) {
                case TakenTimes.Change.OfReservation reservation ->
                    current.board.set(reservation.id(), reservation.now());
                case TakenTimes.Change.OfTherapist therapist -> renewed.add(therapist.id());
                case TakenTimes.Change.OfClinic clinic -> current.clinics.remove(clinic.id());
            }
        }
        current.position = news.next();
    }

    /** Reads one therapist again, wherever they work or no longer do. */
    private Mono<Void> renew(Known current, TherapistId id) {
        return Flux.fromIterable(current.clinics.values())
                .concatMap(board -> therapists
                        .at(board.clinic().id(), id)
                        .map(List::of)
                        .defaultIfEmpty(List.of())
                        .doOnNext(found ->
                                current.clinics.put(board.clinic().id(), board.with(others(board, id, found)))))
                .then();
    }

    private static List<KnownTherapist> others(ClinicBoard board, TherapistId id, List<KnownTherapist> found) {
        var others = new ArrayList<>(found);
        board.therapists().stream()
                .filter(therapist -> !therapist.id().equals(id))
                .forEach(others::add);
        return others;
    }

    private Mono<Known> readWanted(Known current) {
        return Flux.fromIterable(wanted)
                .filter(clinic -> !current.clinics.containsKey(clinic))
                .concatMap(clinic -> read(current, clinic))
                .then(Mono.just(current));
    }

    private Mono<ClinicBoard> read(Known current, ClinicId id) {
        return clinics.find(id)
                .flatMap(this::facts)
                .zipWhen(facts -> therapists.at(id))
                .map(both -> new ClinicBoard(both.getT1(), both.getT2(), current.board))
                .doOnNext(board -> current.clinics.put(id, board))
                .switchIfEmpty(Mono.fromRunnable(() -> wanted.remove(id)));
    }

    private Mono<ClinicFacts> facts(Clinic clinic) {
        var now = clock.instant();
        return Mono.zip(
                        rules.opening(clinic.id()),
                        rules.policy(clinic.id()),
                        closedTimes.within(
                                clinic.id(), new TimeRange(now.minus(KEPT_AFTER_ITS_END), now.plus(FARTHEST))))
                .map(all ->
                        ClinicFacts.of(clinic, all.getT1().value(), all.getT2().value(), policy, all.getT3()));
    }

    private Mono<Known> tidied(Known current, Instant now) {
        current.lookedAt = now;
        if (now.isBefore(current.tidiedAt.plus(TIDIED_EVERY))) {
            return Mono.just(current);
        }
        current.tidiedAt = now;
        current.board.forget(now.minus(KEPT_AFTER_ITS_END));
        return times.forget().thenReturn(current);
    }
}
