package health.reprieve.outbox;

import health.reprieve.backing.Backing;
import health.reprieve.backing.PostgresDatabase;
import health.reprieve.database.DatabaseConfiguration;
import health.reprieve.telemetry.trace.Traceparent;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.TopicBuilder;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** A service that tells itself news: all that a real one imports, wired as Boot wires it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DatabaseConfiguration.class, OutboxConfiguration.class, HearingConfiguration.class})
class SmallService {

    static ConfigurableApplicationContext start() {
        return start(Backing.database(), Map.of());
    }

    static ConfigurableApplicationContext start(PostgresDatabase place, Map<String, Object> others) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("spring.r2dbc.url", place.r2dbcUrl()),
                Map.entry("spring.r2dbc.username", place.user()),
                Map.entry("spring.r2dbc.password", place.password()),
                Map.entry("spring.flyway.url", place.jdbcUrl()),
                Map.entry("spring.flyway.user", place.user()),
                Map.entry("spring.flyway.password", place.password()),
                Map.entry("spring.flyway.locations", "classpath:db/outbox"),
                Map.entry("spring.kafka.bootstrap-servers", Backing.kafka()),
                Map.entry("reprieve.outbox.source", "/booking"),
                Map.entry("topic", "t-" + UUID.randomUUID()));
        return new SpringApplicationBuilder(SmallService.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .properties(others)
                .run();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(SampleNews.NOON, ZoneOffset.UTC);
    }

    @Bean
    NewTopic topic(@Value("${topic}") String name) {
        return TopicBuilder.name(name).partitions(1).build();
    }

    @Bean
    NewTopic parked(@Value("${topic}") String name) {
        return TopicBuilder.name(HearingConfiguration.parkedOf(name))
                .partitions(1)
                .build();
    }

    @Bean
    Ears ears(Inbox inbox) {
        return new Ears(inbox);
    }

    /** Hears what the service said itself. */
    static class Ears {

        private final Inbox inbox;
        private final List<CloudEvent> heard = new CopyOnWriteArrayList<>();
        private final Map<String, Traceparent> traces = new ConcurrentHashMap<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final Set<String> refused = ConcurrentHashMap.newKeySet();

        Ears(Inbox inbox) {
            this.inbox = inbox;
        }

        @KafkaListener(topics = "${topic}", groupId = "${topic}")
        void hear(String message) {
            var event = CloudEvent.parse(message);
            inbox.handle(
                            "tests",
                            event,
                            () -> Mono.deferContextual(context -> Mono.fromRunnable(() -> note(event, context))))
                    .block(Duration.ofSeconds(10));
        }

        /** The versions heard of one subject, in the order of hearing. */
        List<Long> heard(String subject) {
            return heard.stream()
                    .filter(event -> event.subject().equals(subject))
                    .map(CloudEvent::aggregateVersion)
                    .toList();
        }

        /** The next effects fail, so many times. */
        void failNext(int times) {
            failures.set(times);
        }

        /** What is heard of this subject always fails. */
        void refuse(String subject) {
            refused.add(subject);
        }

        /** The trace in which a subject was last heard of; null: in none. */
        @Nullable Traceparent traceOf(String subject) {
            return traces.get(subject);
        }

        private void note(CloudEvent event, ContextView context) {
            if (refused.contains(event.subject()) || failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("not for canary@example.org");
            }
            var trace = Traceparent.of(context);
            if (trace != null) {
                traces.put(event.subject(), trace);
            }
            heard.add(event);
        }
    }
}
