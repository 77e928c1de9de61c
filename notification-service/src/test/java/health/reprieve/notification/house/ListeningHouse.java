package health.reprieve.notification.house;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import health.reprieve.backing.Backing;
import health.reprieve.database.Database;
import health.reprieve.notification.NotificationService;
import health.reprieve.outbox.HearingConfiguration;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** The service as it runs: it hears Kafka, keeps PostgreSQL, and sends to a mail server by itself. */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notification",
            "notification.delivery.look-every=100ms",
            "notification.smtp.host=127.0.0.1",
            "notification.smtp.security=NONE"
        })
@Import(HouseConfiguration.class)
public abstract class ListeningHouse {

    private static final int PARTITIONS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GreenMail MAIL_SERVER = mailServer();

    @Autowired
    protected Database database;

    @Autowired
    private KafkaTemplate<String, String> kafka;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var own = Backing.database();
        var kafka = Backing.kafka();
        registry.add("spring.r2dbc.url", own::r2dbcUrl);
        registry.add("spring.r2dbc.username", own::user);
        registry.add("spring.r2dbc.password", own::password);
        registry.add("spring.flyway.url", own::jdbcUrl);
        registry.add("spring.flyway.user", own::user);
        registry.add("spring.flyway.password", own::password);
        registry.add("spring.kafka.bootstrap-servers", () -> kafka);
        registry.add("notification.smtp.port", () -> MAIL_SERVER.getSmtp().getPort());
        registry.add("notification.opening-key", Keys.OPENING::toJSONString);
        registry.add("reprieve.access.verification-key", Keys.FRONT_DOOR::verificationKey);
    }

    @BeforeEach
    void emptyTheMailbox() throws Exception {
        MAIL_SERVER.purgeEmailFromAllMailboxes();
    }

    protected void tell(String topic, String key, @Nullable String event) {
        try {
            kafka.send(topic, key, event).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every mail to the address, once there are as many as expected. */
    protected static List<MimeMessage> mailsTo(String address, int expected) {
        return await().atMost(PATIENCE).until(() -> mailsTo(address), mails -> mails.size() >= expected);
    }

    protected static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL_SERVER.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    /** Waits until a query, which must give a number, gives the expected one. */
    protected void awaitCount(long expected, String query) {
        await().atMost(PATIENCE).until(() -> count(query), found -> found == expected);
    }

    protected long count(String query) {
        return done(database.one(client -> client.sql(query)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()));
    }

    protected static void eventually(Runnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion::run);
    }

    protected static <T> T done(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }

    /** How many events have been parked of a topic. */
    protected static long parked(String topic) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Backing.kafka()))) {
            var latest = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(HearingConfiguration.parkedOf(topic), partition))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get(30, TimeUnit.SECONDS).values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail mailServer() {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        return server;
    }
}
