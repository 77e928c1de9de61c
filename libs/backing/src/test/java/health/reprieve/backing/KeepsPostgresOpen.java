package health.reprieve.backing;

import java.nio.file.Path;

/** A JVM to be killed: it starts a server, notes something in it, and stays. */
final class KeepsPostgresOpen {

    private KeepsPostgresOpen() {}

    public static void main(String[] arguments) throws Exception {
        PostgresServer server =
                PostgresServer.open(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        Sql.run(server.database("kept"), "CREATE TABLE note AS SELECT 'written before the kill' AS line");
        System.out.println("ready " + server.port());
        Thread.currentThread().join();
    }
}
