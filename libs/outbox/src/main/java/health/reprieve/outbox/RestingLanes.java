package health.reprieve.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keys whose news could not be sent a moment ago, and until when they are passed over. Each failure in a row doubles
 * the rest. Only so many are remembered; the one that failed longest ago is forgotten first.
 */
final class RestingLanes {

    static final int MOST = 1000;
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<String, Rest> rests = new LinkedHashMap<>();
    private final LongSupplier nanos;

    RestingLanes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Every key that failed and has not been sent since, whether its rest is over or not. */
    List<String> all() {
        return List.copyOf(rests.keySet());
    }

    /** The keys whose rest is not over. */
    List<String> now() {
        long now = nanos.getAsLong();
        return rests.entrySet().stream()
                .filter(lane -> now - lane.getValue().since < lane.getValue().nanos)
                .map(Map.Entry::getKey)
                .toList();
    }

    void failed(Collection<String> lanes) {
        lanes.forEach(this::failed);
    }

    void sent(Collection<String> lanes) {
        lanes.forEach(rests::remove);
    }

    private void failed(String lane) {
        var before = rests.remove(lane);
        if (rests.size() == MOST) {
            rests.remove(rests.keySet().iterator().next());
        }
        long length = before == null ? SHORTEST.toNanos() : Math.min(2 * before.nanos, LONGEST.toNanos());
        rests.put(lane, new Rest(nanos.getAsLong(), length));
    }

    private record Rest(long since, long nanos) {}
}
