package health.reprieve.database;

/** As many works are under way as are allowed; the same request may succeed a moment later. */
public final class DatabaseBusy extends RuntimeException {

    DatabaseBusy() {
        super("too many database works are under way");
    }
}
