package health.reprieve.database;

import org.springframework.dao.TransientDataAccessResourceException;

/** As many works are under way as are allowed; the same request may succeed a moment later. */
public final class DatabaseBusy extends TransientDataAccessResourceException {

    DatabaseBusy() {
        super("too many database works are under way");
    }
}
