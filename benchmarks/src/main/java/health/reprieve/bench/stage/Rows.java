package health.reprieve.bench.stage;

import java.sql.Connection;
import java.sql.SQLException;

/** Asks a database for one number. */
public final class Rows {

    private Rows() {}

    /** @param sql ours, never a person's input; it has one row with one number */
    public static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
