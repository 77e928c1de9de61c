package health.reprieve.booking.waitlist;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One wish of one person on the waiting list. */
public record WaitId(UUID value) {

    /**
     * The same client and key always name the same wish, so that sending it twice is joining once.
     *
     * @param scope whose key it is; the same word of two people is two keys
     */
    static WaitId of(String scope, String key) {
        var text = "waiting|%s|%s".formatted(scope, key);
        return new WaitId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
