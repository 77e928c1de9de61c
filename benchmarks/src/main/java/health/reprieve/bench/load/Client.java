package health.reprieve.bench.load;

/** Does one thing again and again, and says how each time ended. It is used by one thread. */
@FunctionalInterface
public interface Client extends AutoCloseable {

    /** Instead of a status: there is nothing left to ask for. */
    int OVER = -1;

    /** Instead of a status: no answer came. */
    int BROKEN = 0;

    /** @return an HTTP status, or what comes nearest to it; or {@link #OVER}, or {@link #BROKEN} */
    int ask() throws Exception;

    @Override
    default void close() {}
}
