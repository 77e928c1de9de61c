package health.reprieve.backing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka, one broker that is its own controller, in this JVM. It listens on loopback only and creates no topic by itself.
 * The one place that knows Kafka's internal classes. Nothing stops it but {@link #close()}, and until then its threads keep
 * the JVM alive.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    /** After a killed JVM the next start waits until the old session has ended, so it is short; a busy machine still keeps it. */
    private static final Duration KEPT_SESSION = Duration.ofSeconds(3);

    /** Nothing waits for the end of a throwaway broker's session, and tests keep machines very busy. */
    private static final Duration THROWAWAY_SESSION = Duration.ofSeconds(18);

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on records kept in a directory, made and formatted if it is new.
     *
     * @throws CannotStart when the directory is in use, the port is taken, or Kafka does not start
     */
    public static KafkaBroker open(Path directory, int port) {
        return open(directory, port, KEPT_SESSION);
    }

    static KafkaBroker throwaway(Path directory, int port) {
        return open(directory, port, THROWAWAY_SESSION);
    }

    private static KafkaBroker open(Path directory, int port, Duration session) {
        DirectoryLock lock = DirectoryLock.of(directory.toAbsolutePath());
        try {
            Ports.requireFree(port, "Kafka");
            Path data = directory.toAbsolutePath().resolve("data");
            formatIfNew(data);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(data, port, session)), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(lock, server, port);
        } catch (Exception failed) {
            lock.close();
            throw failed instanceof CannotStart said
                    ? said
                    : new CannotStart("Kafka did not start on the data in %s.".formatted(directory), failed);
        }
    }

    private static void formatIfNew(Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(data.toString())
                .setDirectories(List.of(data.toString()))
                .run();
    }

    private static Map<String, Object> settings(Path data, int port, Duration session) {
        int controllerPort = Ports.free();
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("log.dirs", data.toString());
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:%d".formatted(port));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
        settings.put("auto.create.topics.enable", false);
        settings.put("broker.session.timeout.ms", (int) session.toMillis());
        settings.putAll(aloneAndQuick());
        settings.putAll(small());
        return settings;
    }

    /** One broker has nobody to wait for. */
    private static Map<String, Object> aloneAndQuick() {
        return Map.of(
                "offsets.topic.replication.factor",
                (short) 1,
                "transaction.state.log.replication.factor",
                (short) 1,
                "transaction.state.log.min.isr",
                1,
                "share.coordinator.state.topic.replication.factor",
                (short) 1,
                "share.coordinator.state.topic.min.isr",
                (short) 1,
                "group.initial.rebalance.delay.ms",
                0,
                "broker.heartbeat.interval.ms",
                500);
    }

    /** Threads and buffers for one machine's clinic: the defaults would take over 128 MB for cleaning compacted topics alone. */
    private static Map<String, Object> small() {
        return Map.of(
                "offsets.topic.num.partitions", 5,
                "transaction.state.log.num.partitions", 1,
                "num.network.threads", 1,
                "num.io.threads", 2,
                "background.threads", 2,
                "log.cleaner.dedupe.buffer.size", 8L * 1024 * 1024,
                "log.cleaner.io.buffer.size", 64 * 1024,
                "log.segment.bytes", 16 * 1024 * 1024);
    }

    /** What clients connect to first, as host and port. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Flushes, stops, and gives the directory free. */
    @Override
    public void close() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
