package health.reprieve.outbox;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells trouble that passes, however long it lasts, from failures that the event itself will meet again each time. */
final class PassingTrouble {

    /**
     * The beginnings of the SQL states that speak of the server or the way to it: connection, state of the transaction,
     * log-in, no such database, given up for another's sake, resources, not now, operator, system.
     */
    private static final Set<String> OF_THE_SERVER = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

    private static final int DEEPEST = 20;

    private PassingTrouble() {}

    static boolean isIn(@Nullable Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (isPassing(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isPassing(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException busyOrSlow -> true;
            case RecoverableDataAccessException withAnotherConnection -> true;
            case CannotCreateTransactionException noConnection -> true;
            case R2dbcException database -> isOfTheServer(database);
            case TimeoutException slow -> true;
            case IOException unreachable -> true;
            default -> false;
        };
    }

    private static boolean isOfTheServer(R2dbcException failure) {
        var state = failure.getSqlState();
        return failure instanceof R2dbcTransientException
                || (state == null && failure instanceof R2dbcNonTransientResourceException)
                || (state != null && state.length() == 5 && OF_THE_SERVER.contains(state.substring(0, 2)));
    }
}
