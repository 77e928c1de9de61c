package health.reprieve.therapist.visit;

import health.reprieve.access.Actor;
import health.reprieve.therapist.availability.Availability;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens a therapist's own day. */
public final class DayBook {

    private final Roster roster;
    private final Visits visits;
    private final Clock clock;

    public DayBook(Roster roster, Visits visits, Clock clock) {
        this.roster = roster;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * @param day null: today, where the therapist works
     * @throws health.reprieve.therapist.profile.TherapistRefused.TherapistUnknown through the Mono, if the roster does
     *     not know the therapist
     */
    public Mono<OwnDay> open(Actor.Therapist therapist, @Nullable LocalDate day) {
        var now = clock.instant();
        return roster.get(therapist, therapist.id())
                .map(Therapist::availability)
                .flatMap(availability -> day(therapist, availability, day, now));
    }

    private Mono<OwnDay> day(
            Actor.Therapist therapist, Availability availability, @Nullable LocalDate asked, Instant now) {
        var zone = availability.zoneAt(now);
        var day = Optional.ofNullable(asked).orElseGet(() -> now.atZone(zone).toLocalDate());
        return visits.on(therapist, day)
                .map(found -> new OwnDay(
                        day, zone, found, availability.nextWorkingDay(day).orElse(null), now));
    }
}
