package health.reprieve.backing;

import java.util.UUID;

/**
 * The PostgreSQL and the Kafka that the tests of one JVM share. Chosen once by the system property {@code backing}:
 * {@code docker} (Testcontainers), {@code embedded}, or {@code auto}, which takes Docker where an engine answers.
 * Started when first asked, stopped when the JVM exits (Kafka's threads keep it alive until then); one line on standard output says what it is.
 */
public final class Backing {

    private static final Once<Servers> SERVERS =
            new Once<>(() -> announce(choose(System.getProperty("backing", "auto"))));
    private static final Once<PostgresDatabase> POSTGRES =
            new Once<>(() -> SERVERS.get().postgres());
    private static final Once<String> KAFKA = new Once<>(() -> SERVERS.get().kafka());

    private Backing() {}

    /** A fresh, empty database that nobody else has. */
    public static PostgresDatabase database() {
        String name = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        return Databases.ensure(POSTGRES.get(), name);
    }

    /** Host and port of the one Kafka of this JVM; topics are not created by themselves, and names should be a test's own. */
    public static String kafka() {
        return KAFKA.get();
    }

    /** What a choice of servers can do. */
    interface Servers {

        PostgresDatabase postgres();

        String kafka();

        /** Ends what was started, Kafka first. Called once, when the JVM ends. */
        void stop();

        String description();
    }

    private static Servers choose(String wish) {
        return switch (wish) {
            case "embedded" -> new EmbeddedServers("as asked");
            case "docker" -> docker();
            case "auto" -> automatic();
            default -> throw new CannotStart("-Dbacking=%s is unknown: say auto, docker or embedded.".formatted(wish));
        };
    }

    private static Servers docker() {
        if (!DockerServers.engineAnswers()) {
            throw new CannotStart(
                    "-Dbacking=docker asks for Docker, and no engine answers: start one, or say embedded.");
        }
        return new DockerServers();
    }

    private static Servers automatic() {
        if (!ThisMachine.mayHaveDocker()) {
            return new EmbeddedServers("no Docker here");
        }
        return DockerServers.engineAnswers() ? new DockerServers() : new EmbeddedServers("Docker does not answer");
    }

    private static Servers announce(Servers servers) {
        System.out.println("Backing: " + servers.description());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(servers::stop), "backing-shutdown"));
        return servers;
    }

    /** Spring closes its contexts in hooks of their own, at the same time; they still need the servers to say goodbye. */
    private static void stopLast(Runnable stop) {
        OtherHooks.await("SpringContextShutdownHook", "SpringApplicationShutdownHook");
        stop.run();
    }
}
