package health.reprieve.backing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thing made when it is first asked for. If that fails, it fails for everybody who asks, with the same reason: a second
 * attempt would only take time.
 */
final class Once<T> {

    private final Supplier<T> maker;
    private @Nullable T made;
    private @Nullable RuntimeException failure;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (failure != null) {
            throw failure;
        }
        if (made != null) {
            return made;
        }
        try {
            T fresh = maker.get();
            made = fresh;
            return fresh;
        } catch (RuntimeException failed) {
            failure = failed;
            throw failed;
        }
    }
}
