package health.reprieve.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

final class Sql {

    private Sql() {}

    static void run(PostgresDatabase database, String statement) throws SQLException {
        try (Connection connection = connect(database);
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    static List<String> column(PostgresDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                var work = connection.createStatement();
                var rows = work.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static Connection connect(PostgresDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
