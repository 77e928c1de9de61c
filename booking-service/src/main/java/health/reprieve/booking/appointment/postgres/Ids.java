package health.reprieve.booking.appointment.postgres;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ids as the driver wants them. */
final class Ids {

    private Ids() {}

    static <I> UUID[] array(Collection<I> ids, Function<I, UUID> value) {
        return ids.stream().map(value).toArray(UUID[]::new);
    }

    static <I> Parameter orNull(@Nullable I id, Function<I, UUID> value) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(value.apply(id));
    }
}
