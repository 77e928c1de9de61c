package health.reprieve.therapist.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.credential.Jurisdiction;
import health.reprieve.therapist.credential.Obstacle;
import health.reprieve.therapist.credential.Practice;
import health.reprieve.therapist.credential.RightToPractise;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import reactor.core.publisher.Mono;

@ServiceTest
class DemoSeedTests {

    private static final Actor.Manager MANAGER = SomeTherapist.MANAGER;

    private static final List<TherapistId> IDS = IntStream.rangeClosed(1, 7)
            .mapToObj(number -> TherapistId.of("7c2f1b9e-7a55-4a1c-9a44-00000000000" + number))
            .toList();

    private final Roster roster;
    private final LicenceDesk desk;
    private final Database database;

    DemoSeedTests(@Autowired Roster roster, @Autowired LicenceDesk desk, @Autowired Database database) {
        this.database = database;
        this.roster = roster;
        this.desk = desk;
        startAt(TestHouse.NOW);
    }

    @Test
    void fourMayTreatAtOnceAndThreeNeverInNewYork() {
        assertThat(mayTreat(1, Jurisdiction.NY)).isTrue();
        assertThat(mayTreat(2, Jurisdiction.NY)).isTrue();
        assertThat(mayTreat(3, Jurisdiction.TX)).isTrue();
        assertThat(mayTreat(4, Jurisdiction.TX)).isTrue();
        assertThat(mayTreat(4, Jurisdiction.NY)).isTrue();
        assertThat(mayTreat(5, Jurisdiction.NY)).isFalse();
        assertThat(mayTreat(6, Jurisdiction.NY)).isFalse();
        assertThat(mayTreat(7, Jurisdiction.NY)).isFalse();
        assertThat(mayTreat(7, Jurisdiction.TX)).isTrue();
    }

    @Test
    void gracesLicenceEndedLastYearAndTomsIsSuspended() {
        assertThat(obstacle(5)).isInstanceOf(Obstacle.Ends.class);
        assertThat(obstacle(6)).isEqualTo(new Obstacle.StatusForbids(CredentialStatus.SUSPENDED));
    }

    @Test
    void startingAgainTheSameDayChangesNothing() {
        var before = team();
        startAt(TestHouse.NOW);

        assertThat(team()).isEqualTo(before);
    }

    @Test
    void afterYearsOfSleepEveryLicenceIsLookedUpAnewAndTomsStaysSuspended() {
        var muchLater = TestHouse.NOW.plus(Duration.ofDays(800));

        var team = undone(seedAt(muchLater).seed().then(Mono.defer(() -> roster.find(MANAGER, IDS))));

        assertThat(new RightToPractise(licence(team, 1)).at(muchLater)).isEmpty();
        assertThat(licence(team, 6).status()).isEqualTo(CredentialStatus.SUSPENDED);
        assertThat(new RightToPractise(licence(team, 5)).at(muchLater)).containsInstanceOf(Obstacle.Ends.class);
    }

    /** What the work sees in a transaction that is then rolled back: other tests look at the same team. */
    private List<Therapist> undone(Mono<List<Therapist>> work) {
        var seen = new AtomicReference<List<Therapist>>(List.of());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.transaction(
                                client -> work.doOnNext(seen::set).then(Mono.error(new IllegalStateException("undo"))))
                        .block());
        return Objects.requireNonNull(seen.get());
    }

    private static Credential licence(List<Therapist> team, int number) {
        return team.stream()
                .filter(member -> member.id().equals(IDS.get(number - 1)))
                .findFirst()
                .orElseThrow()
                .credentials()
                .getFirst();
    }

    private void startAt(Instant now) {
        seedAt(now).run(new DefaultApplicationArguments());
    }

    private DemoSeed seedAt(Instant now) {
        return new DemoSeed(roster, desk, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Therapist> team() {
        return Objects.requireNonNull(roster.find(MANAGER, IDS).block());
    }

    private Therapist get(int number) {
        return Objects.requireNonNull(roster.get(MANAGER, IDS.get(number - 1)).block());
    }

    private boolean mayTreat(int number, Jurisdiction place) {
        var soon = new Practice(
                TimeRange.startingAt(TestHouse.NOW.plus(Duration.ofDays(2)), Duration.ofHours(1)), place, true);
        return get(number).credentials().stream()
                .anyMatch(credential -> new RightToPractise(credential)
                        .against(soon, TestHouse.NOW)
                        .isEmpty());
    }

    private Obstacle obstacle(int number) {
        return new RightToPractise(get(number).credentials().getFirst())
                .at(TestHouse.NOW)
                .orElseThrow();
    }
}
