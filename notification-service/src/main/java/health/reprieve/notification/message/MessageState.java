package health.reprieve.notification.message;

import java.util.EnumSet;
import java.util.Set;

/** Where a message stands. Only a message that is {@link #SENDING} is in anybody's hands, and only for its lease. */
public enum MessageState {
    /** Written down, never tried. It may still wait for the recipient's contact. */
    QUEUED,
    /** Claimed by one sender until its lease runs out. */
    SENDING,
    /** The mail server took it. */
    ACCEPTED,
    /** Not taken this time; tried again later. */
    DEFERRED,
    /** The mail server will never take it. Somebody should call the recipient. */
    REFUSED,
    /** It may or may not have been taken: the answer was lost, or the sender was. */
    UNKNOWN,
    /** Something newer has been heard since; telling the old would mislead. */
    SUPERSEDED,
    /** Too late to be of any use. */
    EXPIRED;

    public Set<MessageState> next() {
        return switch (this) {
            case QUEUED, DEFERRED, UNKNOWN -> EnumSet.of(SENDING);
            case SENDING -> EnumSet.of(ACCEPTED, DEFERRED, REFUSED, UNKNOWN, SUPERSEDED, EXPIRED);
            case ACCEPTED, REFUSED, SUPERSEDED, EXPIRED -> EnumSet.noneOf(MessageState.class);
        };
    }
}
