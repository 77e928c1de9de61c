package health.reprieve.booking.appointment.board;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reservations by what they belong to. Each list is replaced and never changed, so whoever holds one may read it at
 * leisure, and the same list means that nothing has changed.
 */
final class Groups<K> {

    private final Map<K, List<Taken>> groups = new ConcurrentHashMap<>();

    /** @param key null: it belongs to none */
    void add(@Nullable K key, Taken taken) {
        if (key == null) {
            return;
        }
        groups.merge(
                key,
                List.of(taken),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }

    /** @param key null: it belongs to none */
    void remove(@Nullable K key, Taken taken) {
        if (key == null) {
            return;
        }
        groups.computeIfPresent(key, (same, some) -> {
            var left = some.stream()
                    .filter(other -> !other.id().equals(taken.id()))
                    .toList();
            return left.isEmpty() ? null : left;
        });
    }

    List<Taken> of(K key) {
        return groups.getOrDefault(key, List.of());
    }
}
