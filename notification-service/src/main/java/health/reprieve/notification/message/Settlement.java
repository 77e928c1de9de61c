package health.reprieve.notification.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a try is entered in the ledger.
 *
 * @param dueAt when it is tried again; null: never
 * @param unknowns how often the mail server's last word has been lost by now
 * @param reply the SMTP reply code; 0 where there was none
 */
public record Settlement(MessageState state, @Nullable Instant dueAt, int unknowns, int reply) {

    public Settlement {
        if (!MessageState.SENDING.next().contains(state)) {
            throw new IllegalArgumentException("a message in sending cannot become " + state);
        }
    }
}
