package health.reprieve.local;

import health.reprieve.backing.CannotStart;
import health.reprieve.backing.PostgresDatabase;
import health.reprieve.backing.PostgresServer;
import health.reprieve.booking.BookingService;
import health.reprieve.frontdoor.FrontDoor;
import health.reprieve.notification.NotificationService;
import health.reprieve.settings.Complaint;
import health.reprieve.therapist.TherapistService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The three services and the front door, each a Spring context of its own. They share one class path, so what belongs to one is
 * switched off by name in the others.
 */
record Contexts(Settings settings, Keys keys, PostgresServer postgres) {

    private static final String LOOPBACK = "127.0.0.1";

    ConfigurableApplicationContext therapist() {
        return service(TherapistService.class, "therapist", settings.ports().therapist(), Map.of());
    }

    ConfigurableApplicationContext booking() {
        return service(
                BookingService.class, "booking", settings.ports().booking(), Map.of("booking.probe.enabled", true));
    }

    ConfigurableApplicationContext notification() {
        Map<String, Object> own = Map.of(
                "notification.base-url", settings.address(),
                "notification.opening-key", keys.sealing().toJSONString(),
                "notification.smtp.host", LOOPBACK,
                "notification.smtp.port", settings.ports().smtp(),
                "notification.smtp.security", "NONE");
        return service(
                NotificationService.class, "notification", settings.ports().notification(), own);
    }

    ConfigurableApplicationContext frontDoor() {
        Map<String, Object> own = new LinkedHashMap<>(forOneClientOnly());
        own.putAll(Map.of(
                "management.server.port", settings.ports().management(),
                "management.server.address", LOOPBACK,
                "front-door.booking-url", inside(settings.ports().booking()),
                "front-door.therapist-url", inside(settings.ports().therapist()),
                "front-door.notification-url", inside(settings.ports().notification()),
                "front-door.keys.signing", keys.signing().toJSONString(),
                "front-door.keys.sealing", keys.sealing().toPublicJWK().toJSONString(),
                "front-door.keys.hashing", keys.codeSecret()));
        return run(FrontDoor.class, "front-door", "front_door", settings.ports().frontDoor(), own);
    }

    /** All who try this machine out, and all of its tests, are one client to the front door. */
    private static Map<String, Object> forOneClientOnly() {
        return Map.of(
                "front-door.limits.codes-for-email-here", "100/15m",
                "front-door.limits.codes-for-email-here-a-day", "1000/24h",
                "front-door.limits.codes-for-email-a-day", "1000/24h",
                "front-door.limits.codes-of-client", "500/15m",
                "front-door.limits.checks-of-client", "1000/15m",
                "front-door.limits.holds-of-client", "500/10m");
    }

    private static String inside(int port) {
        return "http://%s:%d".formatted(LOOPBACK, port);
    }

    private ConfigurableApplicationContext service(
            Class<?> application, String name, int port, Map<String, Object> own) {
        Map<String, Object> all = new LinkedHashMap<>(own);
        all.put("spring.cloud.gateway.server.webflux.enabled", false);
        return run(application, name, name, port, all);
    }

    private ConfigurableApplicationContext run(
            Class<?> application, String name, String databaseName, int port, Map<String, Object> own) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.putAll(inOneJvm(name, port));
        all.putAll(store(postgres.database(databaseName)));
        all.putAll(transport());
        all.put("reprieve.access.verification-key", keys.signing().toPublicJWK().toJSONString());
        all.put("reprieve.demo", settings.demo());
        all.putAll(own);
        all.putAll(settings.properties());
        var failure = new Failure();
        try {
            return new SpringApplicationBuilder(application)
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(false)
                    .listeners(failure)
                    .run(arguments(all));
        } catch (RuntimeException failed) {
            throw failure.sentence(name)
                    .map(said -> new CannotStart(said, failed))
                    .orElseThrow(() -> failed);
        }
    }

    /** Remembers what was wrong with a start when it was a setting: whoever starts this may have set a variable. */
    private static final class Failure implements ApplicationListener<ApplicationFailedEvent> {

        private Optional<String> complaint = Optional.empty();

        @Override
        public void onApplicationEvent(ApplicationFailedEvent failed) {
            var context = failed.getApplicationContext();
            complaint = Complaint.about(failed.getException(), context == null ? null : context.getEnvironment());
        }

        Optional<String> sentence(String name) {
            return complaint.map(said -> "%s cannot start: %s".formatted(name, said));
        }
    }

    private static Map<String, Object> inOneJvm(String name, int port) {
        return Map.of(
                "spring.config.name",
                name,
                "spring.application.name",
                name,
                "server.address",
                "127.0.0.1",
                "server.port",
                port,
                "spring.jmx.enabled",
                false,
                "management.metrics.use-global-registry",
                false);
    }

    private Map<String, Object> store(PostgresDatabase database) {
        return Map.of(
                "spring.r2dbc.url", database.r2dbcUrl(),
                "spring.r2dbc.username", database.user(),
                "spring.r2dbc.password", database.password(),
                "spring.flyway.url", database.jdbcUrl(),
                "spring.flyway.user", database.user(),
                "spring.flyway.password", database.password());
    }

    /** After a kill the next start is deaf until the group has given up its dead members, so it gives them up soon. */
    private Map<String, Object> transport() {
        return Map.of(
                "spring.kafka.bootstrap-servers",
                "127.0.0.1:" + settings.ports().kafka(),
                "spring.kafka.consumer.properties.[session.timeout.ms]",
                6000,
                "spring.kafka.consumer.properties.[heartbeat.interval.ms]",
                2000);
    }

    /** As arguments they win over what the services read from files and from the environment of whoever starts this. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }
}
