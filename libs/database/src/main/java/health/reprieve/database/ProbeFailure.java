package health.reprieve.database;

import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Why a probe got no answer. */
public enum ProbeFailure {
    /** As many works as are allowed were under way. */
    BUSY,
    /** The pool gave no connection in time, or none could be made, or it was dead. */
    NO_CONNECTION,
    /** The database had the question and did not answer in time. */
    SLOW,
    OTHER;

    static ProbeFailure of(Throwable failure) {
        return switch (failure) {
            case DatabaseBusy busy -> BUSY;
            case DataAccessResourceFailureException none -> NO_CONNECTION;
            case QueryTimeoutException statement -> SLOW;
            case TimeoutException patience -> SLOW;
            default -> OTHER;
        };
    }
}
