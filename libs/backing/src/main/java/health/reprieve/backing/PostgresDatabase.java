package health.reprieve.backing;

/**
 * One database of a running PostgreSQL and the way to it.
 *
 * @param name the database's own name
 * @param jdbcUrl for migrations; without user and password
 * @param r2dbcUrl for the services; without user and password
 * @param user may create and change everything in the database
 * @param password of the user; the servers here listen on loopback only
 */
public record PostgresDatabase(String name, String jdbcUrl, String r2dbcUrl, String user, String password) {

    static PostgresDatabase at(String host, int port, String name, String user, String password) {
        String place = "postgresql://%s:%d/%s".formatted(host, port, name);
        return new PostgresDatabase(name, "jdbc:" + place, "r2dbc:" + place, user, password);
    }

    PostgresDatabase named(String other) {
        return new PostgresDatabase(other, sibling(jdbcUrl, other), sibling(r2dbcUrl, other), user, password);
    }

    private static String sibling(String url, String other) {
        return url.substring(0, url.lastIndexOf('/') + 1) + other;
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
