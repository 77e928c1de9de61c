package health.reprieve.database;

/** A statement without a limit of its own met more rows than one answer may hold. */
public final class TooManyRows extends RuntimeException {

    TooManyRows(int rows) {
        super("%d rows where at most %d are read at once".formatted(rows, Database.MOST_ROWS));
    }
}
