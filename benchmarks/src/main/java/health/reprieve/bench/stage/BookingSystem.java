package health.reprieve.bench.stage;

import health.reprieve.access.token.InnerTokenSigner;
import health.reprieve.backing.KafkaBroker;
import health.reprieve.backing.Ports;
import health.reprieve.backing.PostgresDatabase;
import health.reprieve.backing.PostgresServer;
import health.reprieve.booking.BookingService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** booking-service in a process of its own, on a real PostgreSQL and a real Kafka, with clinics in it. */
public final class BookingSystem {

    /** As many as its pool has by default; what is measured beside it has as many. */
    public static final int CONNECTIONS = 16;

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

    private static final String OTHER_SESSIONS = """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
            """;

    private final PostgresDatabase database;
    private final ProcessHandle postgres;
    private final ServiceProcess service;
    private final InnerTokenSigner signer;
    private final int port;

    private BookingSystem(
            PostgresDatabase database,
            ProcessHandle postgres,
            ServiceProcess service,
            InnerTokenSigner signer,
            int port) {
        this.database = database;
        this.postgres = postgres;
        this.service = service;
        this.signer = signer;
        this.port = port;
    }

    /** Starts all of it on the stage. */
    public static BookingSystem on(Stage stage, Population population) throws Exception {
        stage.tell("starting PostgreSQL, Kafka and booking-service");
        var directory = stage.directory();
        var kafka = stage.begin(() -> KafkaBroker.open(directory.resolve("kafka"), Ports.free()));
        var postgres = stage.begin(() -> PostgresServer.open(directory.resolve("postgres"), Ports.free()));
        var database = postgres.database("booking");
        var signer = InnerTokenSigner.generate();
        int port = Ports.free();
        var settings = settings(database, kafka.bootstrapServers(), signer.verificationKey(), port);
        var service = stage.begin(
                () -> ServiceProcess.start(BookingService.class, settings, directory.resolve("booking.log")));
        service.awaitReady(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)));
        stage.tell("%d therapists at %d clinics are settling in".formatted(population.size(), population.clinics()));
        try (var connection = connect(database)) {
            new Settling(population, connection, kafka.bootstrapServers()).settle();
        }
        return new BookingSystem(database, postmaster(directory.resolve("postgres")), service, signer, port);
    }

    private static Map<String, Object> settings(
            PostgresDatabase database, String kafka, String verificationKey, int port) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", port);
        settings.put("spring.r2dbc.url", database.r2dbcUrl());
        settings.put("spring.r2dbc.username", database.user());
        settings.put("spring.r2dbc.password", database.password());
        settings.put("spring.flyway.url", database.jdbcUrl());
        settings.put("spring.flyway.user", database.user());
        settings.put("spring.flyway.password", database.password());
        settings.put("spring.kafka.bootstrap-servers", kafka);
        settings.put("reprieve.access.verification-key", verificationKey);
        // the front door's gateway lies on the same class path here
        settings.put("spring.cloud.gateway.server.webflux.enabled", false);
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.jmx.enabled", false);
        return settings;
    }

    private static ProcessHandle postmaster(Path postgres) throws IOException {
        try (var lines = Files.lines(postgres.resolve("data").resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(first -> ProcessHandle.of(Long.parseLong(first.strip())))
                    .orElseThrow(() -> new IOException("PostgreSQL runs and is not there"));
        }
    }

    /** Where the service listens, on 127.0.0.1. */
    public int port() {
        return port;
    }

    public PostgresDatabase database() {
        return database;
    }

    /** Signs what the service believes. */
    public InnerTokenSigner signer() {
        return signer;
    }

    /** A connection to the service's own database. */
    public Connection connect() throws SQLException {
        return connect(database);
    }

    private static Connection connect(PostgresDatabase database) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", database.user());
        settings.setProperty("password", database.password());
        settings.setProperty("socketTimeout", "" + LONGEST_ANSWER.toSeconds());
        return DriverManager.getConnection(database.jdbcUrl(), settings);
    }

    /** What both have used so far; empty where the operating system does not tell. */
    public Optional<ProcessorTime> processorTime() {
        return ProcessorTime.of(service.handle(), postgres);
    }

    /** What the database has used so far; empty where the operating system does not tell. */
    public Optional<Duration> databaseTime() {
        return ProcessorTime.usedByTree(postgres);
    }

    /** Ends the service; its database stays. */
    public void stopService() {
        service.close();
    }

    /** Waits until nobody else is connected to the database. False when somebody still is. */
    public boolean awaitNoSession(Duration patience) throws SQLException, InterruptedException {
        var deadline = Instant.now().plus(patience);
        try (var connection = connect()) {
            while (Rows.count(connection, OTHER_SESSIONS) > 0) {
                if (Instant.now().isAfter(deadline)) {
                    return false;
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        }
        return true;
    }

    /** Waits until all news is at Kafka, so that nothing goes on behind the next figure. Empty when it gave up. */
    public Optional<Duration> awaitNewsSent(Duration patience) throws SQLException, InterruptedException {
        var began = Instant.now();
        try (var connection = connect()) {
            while (Rows.count(connection, "SELECT count(*) FROM outbox WHERE published_at IS NULL") > 0) {
                if (Instant.now().isAfter(began.plus(patience))) {
                    return Optional.empty();
                }
                Thread.sleep(Duration.ofMillis(50));
            }
        }
        return Optional.of(Duration.between(began, Instant.now()));
    }

    /** How the service's JVM was started, for whoever reads its figures. */
    public static String remark() {
        return "booking-service ran alone in its JVM with " + String.join(" ", ServiceProcess.JVM)
                + "; PostgreSQL with fsync; the client on the same processors";
    }
}
