package health.reprieve.booking.appointment.board;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reservations by what they belong to. Each list is replaced and never changed, so whoever holds one may read it at
 * leisure, and the same list means that nothing has changed.
 */
final class Groups<K> {

    private final Map<K, List<Taken>> groups = new ConcurrentHashMap<>();

    /**
     * Moves what has changed from one group to another, or replaces it within one: at no moment is it in none of them.
     *
     * @param before what it was; null: it is new
     * @param now what it is; null: it is gone
     * @param key the group that it belongs to; null: none
     */
    void change(@Nullable Taken before, @Nullable Taken now, Function<Taken, @Nullable K> key) {
        var from = before == null ? null : key.apply(before);
        var to = now == null ? null : key.apply(now);
        if (now != null && to != null) {
            groups.compute(to, (same, some) -> with(some == null ? List.of() : some, now));
        }
        if (before != null && from != null && !from.equals(to)) {
            groups.computeIfPresent(from, (same, some) -> without(some, before));
        }
    }

    private static List<Taken> with(List<Taken> some, Taken now) {
        return Stream.concat(others(some, now), Stream.of(now)).toList();
    }

    /** Null removes the group. */
    private static @Nullable List<Taken> without(List<Taken> some, Taken gone) {
        var left = others(some, gone).toList();
        return left.isEmpty() ? null : left;
    }

    private static Stream<Taken> others(List<Taken> some, Taken one) {
        return some.stream().filter(other -> !other.id().equals(one.id()));
    }

    List<Taken> of(K key) {
        return groups.getOrDefault(key, List.of());
    }
}
