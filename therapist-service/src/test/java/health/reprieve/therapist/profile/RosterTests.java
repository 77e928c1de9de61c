package health.reprieve.therapist.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.TherapistId;
import health.reprieve.database.Database;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.credential.CredentialId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ServiceTest
class RosterTests {

    private static final Actor.Manager MANAGER = SomeTherapist.MANAGER;

    private final Roster roster;
    private final Database database;
    private final Therapists therapists;
    private final Clock clock;

    RosterTests(
            @Autowired Roster roster,
            @Autowired Database database,
            @Autowired Therapists therapists,
            @Autowired Clock clock) {
        this.roster = roster;
        this.database = database;
        this.therapists = therapists;
        this.clock = clock;
    }

    @Test
    void aTherapistComesBackAsTheyWereTakenOn() {
        var newcomer = takenOn();

        assertThat(get(MANAGER, newcomer.id())).isEqualTo(newcomer);
    }

    @Test
    void everyInterruptionOfALicenceIsKept() {
        var newcomer = takenOn();
        var licence = SomeTherapist.licenceOf(newcomer);

        change(newcomer.id(), 1, known -> known.suspend(licence, TestHouse.NOW));
        change(newcomer.id(), 2, known -> known.reinstate(licence, TestHouse.NOW.plusSeconds(60)));
        var again = change(newcomer.id(), 3, known -> known.suspend(licence, TestHouse.NOW.plusSeconds(120)));

        assertThat(get(MANAGER, newcomer.id())).isEqualTo(again);
        assertThat(again.credential(licence).interruptions()).hasSize(2);
        assertThat(again.version()).isEqualTo(4);
    }

    @Test
    void whoIsKnownAlreadyIsNotTakenOnAgain() {
        var newcomer = takenOn();

        assertThat(roster.takeOn(MANAGER, newcomer).block()).isFalse();
        assertThat(announcedVersions(newcomer.id())).containsExactly(1L);
    }

    @Test
    void aTherapistSeesOnlyThemself() {
        var self = takenOn();
        var other = takenOn();
        var actor = new Actor.Therapist(self.id());

        assertThat(get(actor, self.id())).isEqualTo(self);
        assertUnknown(actor, other.id());
        assertThat(Objects.requireNonNull(roster.page(actor, null, 100).block()))
                .containsExactly(self);
    }

    @Test
    void nobodyElseSeesAnybody() {
        var therapist = takenOn();

        assertUnknown(new Actor.Visitor(BrowserId.random()), therapist.id());
        assertUnknown(new Actor.FrontDesk(AccountId.random()), therapist.id());
        assertUnknown(new Actor.Operator(AccountId.random()), therapist.id());
        assertUnknown(new Actor.Machine("booking"), therapist.id());
    }

    @Test
    void aDecisionOnAnOldVersionChangesNothing() {
        var newcomer = takenOn();
        var licence = SomeTherapist.licenceOf(newcomer);
        change(newcomer.id(), 1, known -> known.suspend(licence, TestHouse.NOW));

        assertThatExceptionOfType(TherapistRefused.VersionStale.class)
                .isThrownBy(() -> change(newcomer.id(), 1, known -> known.reinstate(licence, TestHouse.NOW)));
        assertThat(announcedVersions(newcomer.id())).containsExactly(1L, 2L);
    }

    @Test
    void anUnknownCredentialChangesNothing() {
        var newcomer = takenOn();
        var unknown = new CredentialId(UUID.randomUUID());

        assertThatExceptionOfType(TherapistRefused.CredentialUnknown.class)
                .isThrownBy(() -> change(newcomer.id(), 1, known -> known.suspend(unknown, TestHouse.NOW)));
        assertThat(get(MANAGER, newcomer.id()).version()).isEqualTo(1);
    }

    @Test
    void ofManyDecisionsOnOneVersionExactlyOneHolds() {
        var newcomer = takenOn();
        var licence = SomeTherapist.licenceOf(newcomer);

        var held = Flux.range(0, 12)
                .flatMap(
                        i -> roster.change(MANAGER, newcomer.id(), 1, known -> known.suspend(licence, TestHouse.NOW))
                                .map(after -> true)
                                .onErrorReturn(TherapistRefused.VersionStale.class, false),
                        12)
                .filter(won -> won)
                .count()
                .block();

        assertThat(held).isEqualTo(1);
        assertThat(announcedVersions(newcomer.id())).containsExactly(1L, 2L);
    }

    @Test
    void whenTheNewsCannotBeLeftTheChangeIsNotMade() {
        var newcomer = takenOn();
        var licence = SomeTherapist.licenceOf(newcomer);
        var mute = new Roster(
                database, therapists, (now, at) -> Mono.error(new IllegalStateException("no outbox")), clock);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> mute.change(MANAGER, newcomer.id(), 1, known -> known.suspend(licence, TestHouse.NOW))
                        .block());
        assertThat(get(MANAGER, newcomer.id())).isEqualTo(newcomer);
    }

    @Test
    void whenTheSurroundingWorkFailsThereIsNeitherChangeNorNews() {
        var newcomer = takenOn();
        var licence = SomeTherapist.licenceOf(newcomer);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.transaction(client -> roster.change(
                                        MANAGER, newcomer.id(), 1, known -> known.suspend(licence, TestHouse.NOW))
                                .then(Mono.error(new IllegalStateException("too bad"))))
                        .block());
        assertThat(get(MANAGER, newcomer.id())).isEqualTo(newcomer);
        assertThat(announcedVersions(newcomer.id())).containsExactly(1L);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        var known = IntStream.range(0, 5).mapToObj(i -> takenOn().id()).toList();

        var all = new ArrayList<TherapistId>();
        List<Therapist> page = page(null);
        while (!page.isEmpty()) {
            page.forEach(therapist -> all.add(therapist.id()));
            page = page(page.getLast().id());
        }

        assertThat(all).doesNotHaveDuplicates().containsAll(known);
    }

    private List<Therapist> page(@Nullable TherapistId after) {
        return Objects.requireNonNull(roster.page(MANAGER, after, 3).block());
    }

    private Therapist takenOn() {
        var newcomer = SomeTherapist.newcomer();
        roster.takeOn(MANAGER, newcomer).block();
        return newcomer;
    }

    private Therapist get(Actor actor, TherapistId id) {
        return Objects.requireNonNull(roster.get(actor, id).block());
    }

    private Therapist change(TherapistId id, long seen, UnaryOperator<Therapist> decision) {
        return Objects.requireNonNull(roster.change(MANAGER, id, seen, decision).block());
    }

    private void assertUnknown(Actor actor, TherapistId id) {
        assertThatExceptionOfType(TherapistRefused.TherapistUnknown.class)
                .isThrownBy(() -> roster.get(actor, id).block());
    }

    private List<Long> announcedVersions(TherapistId id) {
        return Objects.requireNonNull(database.list(client -> client.sql(
                                "SELECT version FROM outbox WHERE key = :key ORDER BY version")
                        .bind("key", id.toString())
                        .map(row -> Objects.requireNonNull(row.get("version", Long.class)))
                        .all())
                .block());
    }
}
