package health.reprieve.therapist.oversight;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.credential.Term;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where a manager looks after licences. A ruling, the change it makes and the news of it are one transaction. */
public final class LicenceDesk {

    private static final int PAGE = 100;

    private final Database database;
    private final Roster roster;
    private final Licences licences;
    private final Rulings rulings;
    private final Clock clock;

    public LicenceDesk(Database database, Roster roster, Licences licences, Rulings rulings, Clock clock) {
        this.database = database;
        this.roster = roster;
        this.licences = licences;
        this.rulings = rulings;
        this.clock = clock;
    }

    /** All licences, what ends first first, a hundred at a time. */
    public Mono<LicenceList> list(Actor actor, @Nullable LicenceEnd after) {
        return licences.byEnd(actor, after, PAGE + 1)
                .flatMap(ends -> roster.find(actor, therapists(ends)).map(found -> page(ends, found, clock.instant())));
    }

    /** @throws health.reprieve.therapist.profile.TherapistRefused through the Mono, if there is no such thing */
    public Mono<Licence> licence(Actor actor, TherapistId therapist, CredentialId credential) {
        return roster.get(actor, therapist)
                .map(known -> new Licence(known, known.credential(credential), clock.instant()));
    }

    /** What was ruled after a version of a therapist was read, newest first. */
    public Mono<List<Ruling>> ruledSince(Actor actor, TherapistId therapist, long version) {
        return rulings.beyond(actor, therapist, version);
    }

    /**
     * Suspends or reinstates.
     *
     * @param seen the version of the therapist that the manager looked at
     * @throws health.reprieve.therapist.profile.TherapistRefused through the Mono, if it has changed since, or is unknown
     * @throws health.reprieve.therapist.credential.CredentialRefused through the Mono, if it makes no sense
     */
    public Mono<Therapist> rule(
            Actor.Manager manager,
            TherapistId therapist,
            CredentialId credential,
            long seen,
            Ruling.Kind kind,
            Reason reason) {
        var now = clock.instant();
        return database.transaction(client -> roster.change(
                        manager, therapist, seen, known -> kind.apply(known, credential, now))
                .flatMap(after -> rulings.add(
                                manager,
                                new Ruling(
                                        therapist, after.version(), credential, kind, reason, manager.account(), now))
                        .thenReturn(after)));
    }

    /**
     * Notes what the board's register shows.
     *
     * @param seen the version of the therapist that the check is about
     * @throws health.reprieve.therapist.profile.TherapistRefused through the Mono, if it has changed since, or is unknown
     */
    public Mono<Therapist> noteCheck(
            Actor.Manager manager,
            TherapistId therapist,
            CredentialId credential,
            long seen,
            Verification check,
            Term found,
            String boardsWord) {
        return roster.change(manager, therapist, seen, known -> known.verified(credential, check, found, boardsWord));
    }

    private static List<TherapistId> therapists(List<LicenceEnd> ends) {
        return ends.stream().map(LicenceEnd::therapist).distinct().toList();
    }

    private static LicenceList page(List<LicenceEnd> ends, List<Therapist> found, Instant now) {
        var byId = found.stream().collect(Collectors.toMap(Therapist::id, Function.identity()));
        var shown = ends.stream().limit(PAGE).toList();
        return new LicenceList(
                shown.stream().flatMap(end -> licence(end, byId, now).stream()).toList(),
                ends.size() > PAGE ? shown.getLast() : null);
    }

    /** None where the therapist was changed between the two readings so that the line is no longer true. */
    private static Optional<Licence> licence(LicenceEnd end, Map<TherapistId, Therapist> byId, Instant now) {
        return Optional.ofNullable(byId.get(end.therapist())).flatMap(therapist -> {
            if (end.credential() == null) {
                return Optional.of(new Licence(therapist, null, now));
            }
            return therapist.credentials().stream()
                    .filter(credential -> credential.id().equals(end.credential()))
                    .findFirst()
                    .map(credential -> new Licence(therapist, credential, now));
        });
    }
}
