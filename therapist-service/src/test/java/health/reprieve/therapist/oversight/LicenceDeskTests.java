package health.reprieve.therapist.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.database.Database;
import health.reprieve.therapist.ServiceTest;
import health.reprieve.therapist.SomeTherapist;
import health.reprieve.therapist.TestHouse;
import health.reprieve.therapist.credential.CredentialRefused;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@ServiceTest
class LicenceDeskTests {

    private static final Actor.Manager MANAGER = SomeTherapist.MANAGER;
    private static final Reason WHY = new Reason("The board says so.");

    private final LicenceDesk desk;
    private final Roster roster;
    private final Database database;
    private final Licences licences;
    private final Clock clock;
    private final Therapist therapist = SomeTherapist.newcomer();

    LicenceDeskTests(
            @Autowired LicenceDesk desk,
            @Autowired Roster roster,
            @Autowired Database database,
            @Autowired Licences licences,
            @Autowired Clock clock) {
        this.desk = desk;
        this.roster = roster;
        this.database = database;
        this.licences = licences;
        this.clock = clock;
        roster.takeOn(MANAGER, therapist).block();
    }

    @Test
    void everyRulingKeepsWhoWhenAndWhy() {
        rule(1, Ruling.Kind.SUSPENSION);
        rule(2, Ruling.Kind.REINSTATEMENT);

        var licence = SomeTherapist.licenceOf(therapist);
        assertThat(ruledSince(MANAGER, 0))
                .containsExactly(
                        new Ruling(
                                therapist.id(),
                                3,
                                licence,
                                Ruling.Kind.REINSTATEMENT,
                                WHY,
                                MANAGER.account(),
                                TestHouse.NOW),
                        new Ruling(
                                therapist.id(),
                                2,
                                licence,
                                Ruling.Kind.SUSPENSION,
                                WHY,
                                MANAGER.account(),
                                TestHouse.NOW));
        assertThat(ruledSince(MANAGER, 2)).hasSize(1);
    }

    @Test
    void onlyManagersReadRulings() {
        rule(1, Ruling.Kind.SUSPENSION);

        assertThat(ruledSince(new Actor.Therapist(therapist.id()), 0)).isEmpty();
        assertThat(ruledSince(new Actor.Operator(AccountId.random()), 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE ruling SET reason = 'none'", "DELETE FROM ruling", "TRUNCATE ruling"})
    void aRulingIsNeverChangedAgain(String statement) {
        rule(1, Ruling.Kind.SUSPENSION);

        assertThat(database.one(client -> client.sql(statement).then().thenReturn("changed"))
                        .onErrorReturn("refused")
                        .block())
                .isEqualTo("refused");
        assertThat(ruledSince(MANAGER, 0)).hasSize(1);
    }

    @Test
    void aRefusedRulingIsNotKept() {
        assertThatExceptionOfType(CredentialRefused.NotSuspended.class)
                .isThrownBy(() -> rule(1, Ruling.Kind.REINSTATEMENT));
        assertThat(ruledSince(MANAGER, 0)).isEmpty();
    }

    @Test
    void whenTheRulingCannotBeKeptNothingIsSuspended() {
        var forgetful = new LicenceDesk(database, roster, licences, new NoBook(), clock);
        var licence = SomeTherapist.licenceOf(therapist);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> forgetful
                        .rule(MANAGER, therapist.id(), licence, 1, Ruling.Kind.SUSPENSION, WHY)
                        .block());
        assertThat(roster.get(MANAGER, therapist.id()).block()).isEqualTo(therapist);
    }

    @Test
    void theListIsInTheOrderInWhichLicencesEnd() {
        var all = new ArrayList<Licence>();
        @Nullable LicenceEnd after = null;
        do {
            var page = Objects.requireNonNull(desk.list(MANAGER, after).block());
            all.addAll(page.licences());
            after = page.next();
        } while (after != null);

        assertThat(all).extracting(Licence::daysLeft).isSorted();
        assertThat(all).extracting(licence -> licence.therapist().id()).contains(therapist.id());
    }

    @Test
    void nobodyButAManagerSeesTheList() {
        assertThat(Objects.requireNonNull(desk.list(new Actor.Therapist(therapist.id()), null)
                                .block())
                        .licences())
                .isEmpty();
    }

    private void rule(long seen, Ruling.Kind kind) {
        desk.rule(MANAGER, therapist.id(), SomeTherapist.licenceOf(therapist), seen, kind, WHY)
                .block();
    }

    private List<Ruling> ruledSince(Actor actor, long version) {
        return Objects.requireNonNull(
                desk.ruledSince(actor, therapist.id(), version).block());
    }

    private static final class NoBook implements Rulings {

        @Override
        public Mono<Void> add(Actor.Manager manager, Ruling ruling) {
            return Mono.error(new IllegalStateException("the book is full"));
        }

        @Override
        public Mono<List<Ruling>> beyond(Actor actor, health.reprieve.access.TherapistId therapist, long version) {
            return Mono.just(List.of());
        }
    }
}
