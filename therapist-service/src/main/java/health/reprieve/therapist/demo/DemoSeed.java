package health.reprieve.therapist.demo;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.Term;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees at every start that the demo's team is there and that its licences have been looked at lately; a licence that ran
 * out since the last start has been renewed, all but the one that is meant to have ended.
 */
@Component
@ConditionalOnBooleanProperty("reprieve.demo")
class DemoSeed implements ApplicationRunner {

    private static final Duration THIRTY_SECONDS = Duration.ofSeconds(30);
    private static final Duration LATELY = Duration.ofDays(1);
    private static final int RENEWAL_DAYS = 90;
    private static final Actor.Manager DEMO =
            new Actor.Manager(new AccountId(UUID.fromString("de300000-0000-4000-8000-000000000001")));

    private final Roster roster;
    private final LicenceDesk desk;
    private final Clock clock;

    DemoSeed(Roster roster, LicenceDesk desk, Clock clock) {
        this.roster = roster;
        this.desk = desk;
        this.clock = clock;
    }

    /** Runs on the main thread before the service is ready, so it may wait. */
    @Override
    public void run(ApplicationArguments arguments) {
        seed().block(THIRTY_SECONDS);
    }

    Mono<Void> seed() {
        var now = clock.instant();
        var team = new DemoTeam(LocalDate.ofInstant(now, ZoneOffset.UTC));
        return Flux.fromIterable(team.all())
                .concatMap(member -> welcome(member).then(checkLicences(member, team, now)))
                .then();
    }

    private Mono<Void> welcome(Therapist member) {
        return roster.takeOn(DEMO, member)
                .filter(isNew -> isNew && member.id().equals(DemoTeam.TOM))
                .flatMap(isNew -> suspend(member))
                .then();
    }

    private Mono<Therapist> suspend(Therapist member) {
        var credential = member.credentials().getFirst().id();
        var reason = new Reason("The board has opened a case.");
        return desk.rule(DEMO, member.id(), credential, member.version(), Ruling.Kind.SUSPENSION, reason);
    }

    private Mono<Void> checkLicences(Therapist member, DemoTeam team, Instant now) {
        return Flux.fromIterable(member.credentials())
                .concatMap(credential -> roster.get(DEMO, member.id())
                        .filter(known -> isDue(known.credential(credential.id()), now))
                        .flatMap(known -> check(known, known.credential(credential.id()), team, now)))
                .then();
    }

    private Mono<Therapist> check(Therapist known, Credential credential, DemoTeam team, Instant now) {
        var check = new Verification(now, "Demo", Verification.Method.WEB);
        var term = known.id().equals(DemoTeam.GRACE) ? credential.term() : renewedIfDue(credential.term(), team);
        return desk.noteCheck(DEMO, known.id(), credential.id(), known.version(), check, term, "Active");
    }

    private static Term renewedIfDue(Term term, DemoTeam team) {
        return term.expiryDate().isBefore(team.today().plusDays(RENEWAL_DAYS)) ? team.renewed() : term;
    }

    private static boolean isDue(Credential credential, Instant now) {
        var check = credential.verification();
        return check == null || !now.isBefore(check.checkedAt().plus(LATELY));
    }
}
