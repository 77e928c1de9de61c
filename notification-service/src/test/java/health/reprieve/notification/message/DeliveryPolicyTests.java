package health.reprieve.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPolicyTests {

    private static final Instant NOW = Instant.parse("2027-02-20T17:03:11Z");
    private static final Instant FAR = NOW.plus(Duration.ofDays(5));
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(Duration.ofDays(5), 1);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "3, 15", "4, 30", "5, 60", "6, 60", "40, 60"})
    void theWaitGrowsToAnHourAndStaysThere(int attempt, long minutes) {
        var wait = POLICY.waitAfter(tried(attempt, 0));

        assertThat(wait).isBetween(Duration.ofMinutes(minutes), Duration.ofSeconds(66 * minutes));
    }

    @Test
    void theJitterIsDrawnFromTheMessageSoThatItCanBeForetold() {
        assertThat(POLICY.waitAfter(tried(3, 0))).isEqualTo(POLICY.waitAfter(tried(3, 0)));
    }

    @Test
    void messagesThatFailedTogetherComeBackApart() {
        var waits = IntStream.range(0, 50)
                .mapToObj(n -> POLICY.waitAfter(tried(3, 0)))
                .distinct();
        var others = IntStream.range(0, 50)
                .mapToObj(n -> POLICY.waitAfter(message(new UUID(7, n), 3, 0, FAR)))
                .distinct();

        assertThat(waits).hasSize(1);
        assertThat(others).hasSizeGreaterThan(45);
    }

    @Test
    void aDeferredMessageIsTriedAgainUntilItsDeadline() {
        var again = POLICY.settle(tried(1, 0), new Outcome.Deferred(451), NOW);
        var never = POLICY.settle(message(new UUID(1, 1), 1, 0, NOW.plusSeconds(59)), new Outcome.Deferred(451), NOW);

        assertThat(again.state()).isEqualTo(MessageState.DEFERRED);
        assertThat(again.dueAt()).isBetween(NOW.plusSeconds(60), NOW.plusSeconds(66));
        assertThat(again.reply()).isEqualTo(451);
        assertThat(never.state()).isEqualTo(MessageState.EXPIRED);
        assertThat(never.dueAt()).isNull();
    }

    @Test
    void aRefusedMessageIsNeverTriedAgain() {
        var settled = POLICY.settle(tried(1, 0), new Outcome.Refused(550), NOW);

        assertThat(settled).isEqualTo(new Settlement(MessageState.REFUSED, null, 0, 550));
    }

    @Test
    void aMessageWithALostAnswerIsSentAgainOnceForEachRepeatAllowed() {
        var first = POLICY.settle(tried(1, 0), new Outcome.Unknown(), NOW);
        var second = POLICY.settle(tried(2, 1), new Outcome.Unknown(), NOW);

        assertThat(first.state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(first.dueAt()).isNotNull();
        assertThat(first.unknowns()).isEqualTo(1);
        assertThat(second).isEqualTo(new Settlement(MessageState.UNKNOWN, null, 2, 0));
    }

    @Test
    void aMessageThatMayHaveArrivedIsNotCalledExpired() {
        var late = message(new UUID(1, 1), 1, 0, NOW.plusSeconds(1));

        assertThat(POLICY.settle(late, new Outcome.Unknown(), NOW).state()).isEqualTo(MessageState.UNKNOWN);
    }

    @Test
    void weGiveUpAfterFiveDaysOrWhenTheVisitStarts() {
        assertThat(POLICY.deadline(NOW, NOW.plus(Duration.ofDays(30)))).isEqualTo(FAR);
        assertThat(POLICY.deadline(NOW, NOW.plus(Duration.ofHours(2)))).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void atItsDeadlineAMessageIsTooLate() {
        var message = message(new UUID(1, 1), 1, 0, NOW);

        assertThat(message.isTooLateAt(NOW)).isTrue();
        assertThat(message.isTooLateAt(NOW.minusMillis(1))).isFalse();
    }

    private static Message tried(int attempts, int unknowns) {
        return message(new UUID(3, 4), attempts, unknowns, FAR);
    }

    private static Message message(UUID event, int attempts, int unknowns, Instant deadline) {
        var matter = new Matter.Visit(new UUID(1, 2), 0, new PatientId(new UUID(5, 6)));
        var id = MessageId.of(event, matter.recipient(), Template.CONFIRMATION);
        return new Message(id, event, Template.CONFIRMATION, matter, NOW, NOW, deadline, attempts, unknowns, null);
    }
}
