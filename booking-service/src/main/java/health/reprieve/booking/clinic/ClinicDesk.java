package health.reprieve.booking.clinic;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where staff say when a clinic treats, and when it does not. */
@Service
public class ClinicDesk {

    private static final int MOST_DAYS = 400;
    private static final Duration REACH = Duration.ofDays(3653);

    private final Clinics clinics;
    private final ClinicRules rules;
    private final ClosedTimes closedTimes;
    private final Clock clock;

    ClinicDesk(Clinics clinics, ClinicRules rules, ClosedTimes closedTimes, Clock clock) {
        this.clinics = clinics;
        this.rules = rules;
        this.closedTimes = closedTimes;
        this.clock = clock;
    }

    /**
     * What staff enter.
     *
     * @param by whose account
     */
    public record Entry(
            ClosedTimeId id, ClosedTime.Affected affected, When when, ClosedTime.Reason reason, AccountId by) {}

    /**
     * What an entry has led to.
     *
     * @param isNew false: the same was entered before
     */
    public record Entered(ClosedTimes.Counted counted, boolean isNew) {}

    /**
     * Closes the clinic, blocks a therapist there or takes a room out of use. Visits that stand in that time and have not begun
     * need reassignment within seconds. Entered again, it has no further effect.
     *
     * @throws ClinicRefused through the Mono
     */
    public Mono<Entered> close(Actor actor, ClinicId clinic, Entry entry) {
        var now = clock.instant();
        return find(actor, clinic).flatMap(found -> {
            var time = entry.when().in(found.zone());
            var closed = new ClosedTime(entry.id(), clinic, entry.affected(), time, entry.reason());
            // what was entered once is entered, though its therapist has left since or it is over
            return closedTimes
                    .find(clinic, entry.id())
                    .map(earlier -> new Entered(requireSame(earlier, closed), false))
                    .switchIfEmpty(Mono.defer(() -> add(found, closed, entry.by(), now)));
        });
    }

    private Mono<Entered> add(Clinic clinic, ClosedTime closed, AccountId by, Instant now) {
        requireWithinReach(clinic, closed.time(), now);
        requireRoom(clinic, closed);
        return requireWorks(closed)
                .then(Mono.defer(() -> closedTimes.add(closed, by, now)))
                .flatMap(isNew -> closedTimes
                        .find(clinic.id(), closed.id())
                        .map(found -> new Entered(requireSame(found, closed), isNew))
                        .switchIfEmpty(Mono.error(ClinicRefused.IdUsed::new)));
    }

    private static ClosedTimes.Counted requireSame(ClosedTimes.Counted found, ClosedTime entered) {
        if (!found.closed().equals(entered)) {
            throw new ClinicRefused.IdUsed();
        }
        return found;
    }

    private static void requireRoom(Clinic clinic, ClosedTime closed) {
        if (closed.affected() instanceof ClosedTime.Affected.OneRoom(RoomId id)
                && clinic.rooms().stream().noneMatch(room -> room.id().equals(id))) {
            throw new ClinicRefused.RoomUnknown();
        }
    }

    private static void requireWithinReach(Clinic clinic, TimeRange time, Instant now) {
        if (!time.end().isAfter(now) || time.start().isAfter(now.plus(REACH))) {
            throw new ClinicRefused.OutOfReach();
        }
        // a change of the clocks makes a day longer, not the span
        if (time.start()
                .isBefore(time.end().atZone(clinic.zone()).minusDays(MOST_DAYS).toInstant())) {
            throw new ClinicRefused.SpanTooLong(MOST_DAYS);
        }
    }

    private Mono<Boolean> requireWorks(ClosedTime closed) {
        return closed.affected() instanceof ClosedTime.Affected.OneTherapist(var therapist)
                ? closedTimes
                        .works(therapist, closed.clinic())
                        .filter(works -> works)
                        .switchIfEmpty(Mono.error(ClinicRefused.TherapistUnknown::new))
                : Mono.just(true);
    }

    /**
     * What is closed now or will be, in order of time.
     *
     * @param after the last one of the page before; null: from the first
     * @throws ClinicRefused.NotPermitted through the Mono
     * @throws ClinicRefused.Unknown through the Mono, also when {@code after} is none of the clinic's
     */
    public Mono<List<ClosedTimes.Counted>> closedTimes(
            Actor actor, ClinicId clinic, @Nullable ClosedTimeId after, int most) {
        var now = clock.instant();
        return find(actor, clinic)
                .flatMap(found -> after == null
                        ? closedTimes.page(clinic, now, null, most)
                        : closedTimes
                                .find(clinic, after)
                                .switchIfEmpty(Mono.error(ClinicRefused.Unknown::new))
                                .flatMap(last -> closedTimes.page(clinic, now, last.closed(), most)));
    }

    /**
     * Takes back what was entered; what is not there is taken back already. It gives visits nothing back by itself.
     *
     * @throws ClinicRefused.NotPermitted through the Mono
     * @throws ClinicRefused.Unknown through the Mono, when there is no such clinic
     */
    public Mono<Void> open(Actor actor, ClinicId clinic, ClosedTimeId id) {
        return find(actor, clinic).flatMap(found -> closedTimes.remove(clinic, id));
    }

    /** @throws ClinicRefused.Unknown through the Mono */
    public Mono<Versioned<OpeningHours>> opening(ClinicId clinic) {
        return find(clinic).flatMap(found -> rules.opening(clinic));
    }

    /** @throws ClinicRefused.Unknown through the Mono */
    public Mono<Versioned<ClinicPolicy>> policy(ClinicId clinic) {
        return find(clinic).flatMap(found -> rules.policy(clinic));
    }

    /**
     * States the opening hours anew.
     *
     * @param version that was read
     * @throws ClinicRefused through the Mono
     */
    public Mono<Versioned<OpeningHours>> replace(ClinicId clinic, OpeningHours hours, long version) {
        return find(clinic).flatMap(found -> rules.replace(clinic, hours, version));
    }

    /**
     * States the policy anew.
     *
     * @param version that was read
     * @throws ClinicRefused through the Mono
     */
    public Mono<Versioned<ClinicPolicy>> replace(ClinicId clinic, ClinicPolicy policy, long version) {
        return find(clinic).flatMap(found -> rules.replace(clinic, policy, version));
    }

    private Mono<Clinic> find(Actor actor, ClinicId id) {
        return actor instanceof Actor.FrontDesk || actor instanceof Actor.Manager
                ? find(id)
                : Mono.error(new ClinicRefused.NotPermitted());
    }

    /** The house's own clinic is nobody's to close. */
    private Mono<Clinic> find(ClinicId id) {
        return clinics.find(id)
                .filter(clinic -> !clinic.hidden())
                .switchIfEmpty(Mono.error(ClinicRefused.Unknown::new));
    }
}
