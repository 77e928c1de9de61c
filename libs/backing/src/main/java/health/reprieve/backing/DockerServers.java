package health.reprieve.backing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers in containers. */
final class DockerServers implements Backing.Servers {

    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.1";

    private final Deque<GenericContainer<?>> started = new ArrayDeque<>();

    static boolean engineAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String description() {
        return "PostgreSQL and Kafka in Docker (%s, %s)".formatted(POSTGRES, KAFKA);
    }

    @Override
    public synchronized PostgresDatabase postgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES)
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
        // Testcontainers would switch fsync off
        container.setCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200", "-c", "timezone=UTC");
        container.start();
        started.push(container);
        return PostgresDatabase.at(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword());
    }

    @Override
    public synchronized String kafka() {
        KafkaContainer container = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5");
        container.start();
        started.push(container);
        return container.getBootstrapServers();
    }

    @Override
    public synchronized void stop() {
        started.forEach(GenericContainer::stop);
    }
}
