package health.reprieve.telemetry.metric;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A word by which a figure is split, and all that it can say. What is not known when a service starts can be no label:
 * ids, addresses and names never are.
 */
public sealed interface Label {

    String name();

    /** Constants of an enum. */
    record OneOf(String name, Class<?> type, List<? extends Enum<?>> values) implements Label {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /**
     * Words that differ from service to service and are known when it has started.
     *
     * @param what they are, for the table
     */
    record OneKnown(String name, String what) implements Label {}

    /** Every constant of the enum. */
    static <E extends Enum<E>> Label of(String name, Class<E> type) {
        return new OneOf(name, type, Arrays.asList(type.getEnumConstants()));
    }

    /** Some constants of the enum. */
    static <E extends Enum<E>> Label of(String name, Class<E> type, Collection<E> some) {
        return new OneOf(name, type, List.copyOf(some));
    }

    static Label known(String name, String what) {
        return new OneKnown(name, what);
    }

    /** How a constant is written as a label's value: {@code NO_ROOM} is {@code no-room}. */
    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
