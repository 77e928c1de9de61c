package health.reprieve.outbox;

import static health.reprieve.outbox.SampleNews.NOON;
import static health.reprieve.outbox.SampleNews.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class InboxTests {

    private static final Store STORE = Store.fresh();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Inbox inbox = new Inbox(
            STORE.database(),
            Clock.fixed(NOON, ZoneOffset.UTC),
            new HearingCounters(new Meters(registry), () -> Set.of("news")),
            Spans.none());

    @AfterAll
    static void disconnect() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.clear();
    }

    @Test
    void newsHasItsEffect() {
        assertThat(hear("mail", event("a", 1))).isEqualTo(Handling.APPLIED);
        assertThat(effects()).containsExactly("mail a-1");
    }

    @Test
    void whatBecameOfEventsIsCounted() {
        var event = event("a", 2);
        hear("mail", event);
        hear("mail", event);
        hear("mail", event("a", 1));
        hear("mail", event("b", 1));

        assertThat(handled("applied")).isEqualTo(2);
        assertThat(handled("repeated")).isEqualTo(1);
        assertThat(handled("outdated")).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownIsLetPassAndCounted() {
        inbox.skip("news");

        assertThat(registry.get("reprieve.hearing.skipped")
                        .tag("topic", "news")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double handled(String how) {
        return registry.get("reprieve.hearing.handled")
                .tag("handling", how)
                .counter()
                .count();
    }

    @Test
    void whenItWasHandledIsToldByTheClockOfTheServiceAsWhenItIsForgotten() {
        hear("mail", event("a", 1));

        assertThat(STORE.count("inbox WHERE handled_at = '%s'".formatted(NOON))).isOne();
    }

    @Test
    void aRepeatedEventHasItsEffectOnce() {
        var event = event("a", 1);
        hear("mail", event);

        assertThat(hear("mail", event)).isEqualTo(Handling.REPEATED);
        assertThat(effects()).containsExactly("mail a-1");
    }

    @Test
    void anOldEventThatWasOvertakenIsDropped() {
        var booked = event("a", 1);
        var moved = event("a", 2);
        hear("mail", moved);

        assertThat(hear("mail", booked)).isEqualTo(Handling.OUTDATED);
        assertThat(hear("mail", booked)).isEqualTo(Handling.REPEATED);
        assertThat(effects()).containsExactly("mail a-2");
    }

    @Test
    void anotherEventOfAVersionThatIsKnownIsDropped() {
        hear("mail", event("a", 2));

        assertThat(hear("mail", event("a", 2))).isEqualTo(Handling.OUTDATED);
        assertThat(effects()).containsExactly("mail a-2");
    }

    @Test
    void aGapIsNoHindranceSinceEachEventTellsTheWhole() {
        hear("mail", event("a", 1));

        assertThat(hear("mail", event("a", 9))).isEqualTo(Handling.APPLIED);
        assertThat(effects()).containsExactly("mail a-1", "mail a-9");
    }

    @Test
    void subjectsDoNotOvertakeEachOther() {
        hear("mail", event("a", 5));

        assertThat(hear("mail", event("b", 1))).isEqualTo(Handling.APPLIED);
    }

    @Test
    void twoConsumersHaveMemoriesOfTheirOwn() {
        var event = event("a", 1);
        hear("mail", event);

        assertThat(hear("calendar", event)).isEqualTo(Handling.APPLIED);
        assertThat(effects()).containsExactly("calendar a-1", "mail a-1");
    }

    @Test
    void anEffectThatFailsLeavesNoNoteAndIsAppliedAtTheNextDelivery() {
        var event = event("a", 1);
        var broken = new AtomicBoolean(true);
        Supplier<Mono<Void>> effect = () -> write("mail", event)
                .then(broken.getAndSet(false) ? Mono.error(new IllegalStateException("no")) : Mono.empty());

        assertThatThrownBy(() -> inbox.handle("mail", event, effect).block()).hasMessage("no");
        assertThat(effects()).isEmpty();

        assertThat(inbox.handle("mail", event, effect).block()).isEqualTo(Handling.APPLIED);
        assertThat(effects()).containsExactly("mail a-1");
    }

    @Test
    void anEffectThatThrowsBeforeItBeginsIsAFailureLikeAnyOther() {
        var event = event("a", 1);
        var handling = inbox.handle("mail", event, () -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(handling::block).hasMessage("no");
        assertThat(hear("mail", event)).isEqualTo(Handling.APPLIED);
    }

    @Test
    void oneEventDeliveredManyTimesAtOnceHasItsEffectOnce() {
        for (int round = 1; round <= 20; round++) {
            var event = event(UUID.randomUUID(), "round", round);
            var deliveries = IntStream.range(0, 6)
                    .mapToObj(i -> handle("mail", event).toFuture())
                    .toList();
            var handlings = deliveries.stream().map(CompletableFuture::join).toList();

            assertThat(handlings).containsOnlyOnce(Handling.APPLIED);
            assertThat(handlings).doesNotContain(Handling.OUTDATED);
            assertThat(effects()).hasSize(round);
        }
    }

    @Test
    void eventsOfOneSubjectDeliveredAtOnceNeverUndoANewerOne() {
        for (int round = 0; round < 20; round++) {
            var subject = "round" + round;
            Flux.just(3, 1, 2)
                    .flatMap(version -> handle("mail", event(subject, version)))
                    .blockLast();

            var applied =
                    STORE.texts("SELECT what FROM change WHERE what LIKE '%s-%%' ORDER BY ctid".formatted(subject));
            assertThat(applied).isSorted().endsWith(subject + "-3");
        }
    }

    private Handling hear(String consumer, CloudEvent event) {
        return Objects.requireNonNull(handle(consumer, event).block());
    }

    private Mono<Handling> handle(String consumer, CloudEvent event) {
        return inbox.handle(consumer, event, () -> write(consumer, event));
    }

    private static Mono<Void> write(String consumer, CloudEvent event) {
        return STORE.database()
                .one(client -> client.sql("INSERT INTO change VALUES (:who, :what)")
                        .bind("who", consumer)
                        .bind("what", event.subject() + "-" + event.aggregateVersion())
                        .then());
    }

    private static List<String> effects() {
        return STORE.texts("SELECT who || ' ' || what FROM change ORDER BY 1");
    }
}
