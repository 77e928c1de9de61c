package health.reprieve.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates databases beside an existing one. */
final class Databases {

    /** A name cannot be a statement's parameter, so it must be harmless by itself. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Databases() {}

    static PostgresDatabase ensure(PostgresDatabase any, String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        try (Connection connection = DriverManager.getConnection(any.jdbcUrl(), any.user(), any.password())) {
            if (!exists(connection, name)) {
                create(connection, name);
            }
            return any.named(name);
        } catch (SQLException broken) {
            throw new IllegalStateException("Cannot create database " + name, broken);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement lookup = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            lookup.setString(1, name);
            try (var rows = lookup.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
    }
}
