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
import health.reprieve.booking.treatment.Treatments;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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

    /** However it goes, what is known is read anew now and then. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(6);

    private static final Duration TIDIED_EVERY = Duration.ofMinutes(1);

    private final TakenTimes times;
    private final Clinics clinics;
    private final ClinicRules rules;
    private final ClosedTimes closedTimes;
    private final KnownTherapists therapists;
    private final Treatments treatments;
    private final Policy policy;
    private final Clock clock;
    private final Rounds<Known> rounds = new Rounds<>(this::look);

    private final Set<ClinicId> wanted = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Known known;

    /** @param policy of clinics that have none of their own */
    Boards(
            TakenTimes times,
            Clinics clinics,
            ClinicRules rules,
            ClosedTimes closedTimes,
            KnownTherapists therapists,
            Treatments treatments,
            Policy policy,
            Clock clock) {
        this.times = times;
        this.clinics = clinics;
        this.rules = rules;
        this.closedTimes = closedTimes;
        this.therapists = therapists;
        this.treatments = treatments;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is known; only the round that runs changes it. */
    private static final class Known {

        private final Board board = new Board();
        private final Map<ClinicId, ClinicBoard> clinics = new ConcurrentHashMap<>();

        /** Why a clinic could not be read; the others are none the worse. */
        private final Map<ClinicId, Throwable> unreadable = new ConcurrentHashMap<>();

        /** To be read again; whoever could not be read stays here for the next round. */
        private final Set<TherapistId> changedTherapists = new HashSet<>();

        private final Set<ClinicId> changedClinics = new HashSet<>();

        private final Instant begunAt;
        private TakenTimes.Position position;
        private Instant lookedAt;

        private Known(TakenTimes.Position position, Instant now) {
            this.position = position;
            this.begunAt = now;
            this.lookedAt = now;
        }

        private boolean counts(Instant now) {
            return now.isBefore(lookedAt.plus(LONGEST_SLEEP)) && now.isBefore(begunAt.plus(LONGEST_LIFE));
        }
    }

    /** The clinic's board; empty when there is no such clinic. */
    public Mono<ClinicBoard> of(ClinicId clinic) {
        return Mono.defer(() -> isKnown(clinic)
                        ? Mono.just(clinic)
                        : clinics.find(clinic).map(Clinic::id))
                .flatMap(found -> {
                    wanted.add(found);
                    return rounds.next();
                })
                // the answers are worked out beside each other, and not on the thread that reads from the database
                .publishOn(Schedulers.parallel())
                .flatMap(now -> boardOf(now, clinic));
    }

    private boolean isKnown(ClinicId clinic) {
        var now = known;
        return now != null && now.clinics.containsKey(clinic);
    }

    private static Mono<ClinicBoard> boardOf(Known known, ClinicId clinic) {
        return Mono.justOrEmpty(known.clinics.get(clinic))
                .switchIfEmpty(Mono.defer(
                        () -> Mono.justOrEmpty(known.unreadable.get(clinic)).flatMap(Mono::error)));
    }

    private Mono<Known> look() {
        var now = clock.instant();
        var before = known;
        var current = before != null && before.counts(now) ? Mono.just(before) : begin(now);
        return current.flatMap(this::readOn)
                .flatMap(this::readTherapists)
                .flatMap(this::readClinics)
                .doOnNext(read -> tidy(read, now));
    }

    private Mono<Known> begin(Instant now) {
        return times.now()
                .map(position -> new Known(position, now))
                .flatMap(fresh -> pages(now)
                        .doOnNext(taken -> fresh.board.set(taken.id(), taken))
                        .then(Mono.fromSupplier(() -> takeOver(fresh))));
    }

    private Known takeOver(Known fresh) {
        var before = known;
        if (before != null) {
            wanted.addAll(before.clinics.keySet());
        }
        known = fresh;
        return fresh;
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
        current.position = current.position.again();
        return times.since(current.position)
                .doOnNext(news -> apply(news, current))
                .expand(news -> news.isAll()
                        ? Mono.empty()
                        : times.since(current.position).doOnNext(more -> apply(more, current)))
                .then(Mono.just(current));
    }

    private static void apply(TakenTimes.News news, Known current) {
        for (var change : news.changes()) {
            switch (change) {
                case TakenTimes.Change.OfReservation reservation ->
                    current.board.set(reservation.id(), reservation.now());
                case TakenTimes.Change.OfTherapist therapist -> current.changedTherapists.add(therapist.id());
                case TakenTimes.Change.OfClinic clinic -> current.changedClinics.add(clinic.id());
            }
        }
        current.position = news.next();
    }

    private Mono<Known> readTherapists(Known current) {
        return Flux.fromIterable(Set.copyOf(current.changedTherapists))
                .concatMap(id -> therapists
                        .find(id)
                        .filter(known -> !known.retired())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .doOnNext(found -> current.changedTherapists.remove(id))
                        // whoever cannot be read is not offered until they can
                        .onErrorReturn(Optional.empty())
                        .doOnNext(found -> renew(current, id, found)))
                .then(Mono.just(current));
    }

    /** Wherever they work or no longer do. */
    private static void renew(Known current, TherapistId id, Optional<KnownTherapist> found) {
        for (var board : List.copyOf(current.clinics.values())) {
            var clinic = board.clinic().id();
            boolean works =
                    found.filter(known -> known.hours().containsKey(clinic)).isPresent();
            if (works || board.therapist(id).isPresent()) {
                var others =
                        board.therapists().stream().filter(known -> !known.id().equals(id));
                current.clinics.put(
                        clinic,
                        board.with(Stream.concat(others, works ? found.stream() : Stream.empty())
                                .toList()));
            }
        }
    }

    /** The clinics that are asked about for the first time, and those that are no longer as they were. */
    private Mono<Known> readClinics(Known current) {
        var due = new HashSet<>(wanted);
        due.removeIf(current.clinics::containsKey);
        wanted.removeAll(due);
        current.changedClinics.stream().filter(current.clinics::containsKey).forEach(due::add);
        current.changedClinics.clear();
        return Flux.fromIterable(due).concatMap(clinic -> read(current, clinic)).then(Mono.just(current));
    }

    private Mono<Void> read(Known current, ClinicId id) {
        return clinics.find(id)
                .flatMap(this::facts)
                .zipWhen(facts -> therapists.at(id))
                .map(both -> new ClinicBoard(both.getT1(), both.getT2(), current.board))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(found -> keep(current, id, found))
                .doOnError(failure -> current.clinics.remove(id))
                .doOnError(failure -> current.unreadable.put(id, failure))
                .onErrorComplete()
                .then();
    }

    private static void keep(Known current, ClinicId id, Optional<ClinicBoard> found) {
        current.unreadable.remove(id);
        found.ifPresentOrElse(board -> current.clinics.put(id, board), () -> current.clinics.remove(id));
    }

    private Mono<ClinicFacts> facts(Clinic clinic) {
        var now = clock.instant();
        return Mono.zip(
                        rules.opening(clinic.id()),
                        rules.policy(clinic.id()),
                        closedTimes.within(
                                clinic.id(), new TimeRange(now.minus(KEPT_AFTER_ITS_END), now.plus(FARTHEST))),
                        treatments.at(clinic.id()))
                .map(all -> ClinicFacts.of(
                        clinic, all.getT1().value(), all.getT2().value(), policy, all.getT3(), all.getT4()));
    }

    private static void tidy(Known current, Instant now) {
        if (now.isAfter(current.lookedAt.plus(TIDIED_EVERY))) {
            current.board.forget(now.minus(KEPT_AFTER_ITS_END));
        }
        current.lookedAt = now;
    }
}
