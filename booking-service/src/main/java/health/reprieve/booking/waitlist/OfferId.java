package health.reprieve.booking.waitlist;

import health.reprieve.access.BrowserId;
import java.util.UUID;

/** One time that was offered to somebody. */
public record OfferId(UUID value) {

    static OfferId random() {
        return new OfferId(UUID.randomUUID());
    }

    /** As whose the time is held while it is offered: a browser that does not exist. */
    BrowserId holder() {
        return new BrowserId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
