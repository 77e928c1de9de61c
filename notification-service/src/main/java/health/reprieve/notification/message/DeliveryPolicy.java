package health.reprieve.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * When to try again and when to give up. It reads no clock and rolls no dice of its own: the jitter, which keeps
 * messages that failed together from coming back together, is drawn from the message's name and the number of the try.
 *
 * @param giveUpAfter how long a message is worth trying at most
 * @param repeatsAfterUnknown how often a message is sent again although the server may already have it
 */
public record DeliveryPolicy(Duration giveUpAfter, int repeatsAfterUnknown) {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60));

    /** The instant from which a message written now is of no use: when its occasion begins, or when we give up. */
    public Instant deadline(Instant now, Instant occasion) {
        var patience = now.plus(giveUpAfter);
        return occasion.isBefore(patience) ? occasion : patience;
    }

    public Settlement settle(Message message, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> last(message, MessageState.ACCEPTED, 250);
            case Outcome.Refused refused -> last(message, MessageState.REFUSED, refused.reply());
            case Outcome.Outdated outdated -> last(message, MessageState.SUPERSEDED, 0);
            case Outcome.TooLate late -> last(message, MessageState.EXPIRED, 0);
            case Outcome.Deferred deferred -> again(message, deferred, now);
            case Outcome.Unknown unknown -> unknown(message, now);
        };
    }

    /** From the nominal wait up to a tenth more, never less: 1, 5, 15, 30, 60 minutes, then hourly. */
    Duration waitAfter(Message message) {
        var nominal = WAITS.get(Math.clamp(message.attempts() - 1L, 0, WAITS.size() - 1));
        var seed = message.id().value().getLeastSignificantBits() + message.attempts();
        return nominal.plusMillis(new SplittableRandom(seed).nextLong(nominal.toMillis() / 10));
    }

    private Settlement again(Message message, Outcome.Deferred deferred, Instant now) {
        var due = dueAgain(message, now);
        return due == null
                ? last(message, MessageState.EXPIRED, deferred.reply())
                : new Settlement(MessageState.DEFERRED, due, message.unknowns(), deferred.reply());
    }

    // The server may have it: a patient who gets it twice sees one mail and one calendar entry, since name, UID and
    // SEQUENCE are the same, while one who never gets it may miss the visit.
    private Settlement unknown(Message message, Instant now) {
        var unknowns = message.unknowns() + 1;
        var due = unknowns > repeatsAfterUnknown ? null : dueAgain(message, now);
        return new Settlement(MessageState.UNKNOWN, due, unknowns, 0);
    }

    private @Nullable Instant dueAgain(Message message, Instant now) {
        var due = now.plus(waitAfter(message));
        return message.isTooLateAt(due) ? null : due;
    }

    private static Settlement last(Message message, MessageState state, int reply) {
        return new Settlement(state, null, message.unknowns(), reply);
    }
}
