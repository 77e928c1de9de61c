package health.reprieve.notification.house;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.backing.Backing;
import health.reprieve.database.Database;
import health.reprieve.notification.NotificationService;
import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointment.Clinic;
import health.reprieve.notification.appointment.Appointment.Status;
import health.reprieve.notification.appointment.AppointmentNews;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.contact.Contacts;
import health.reprieve.notification.message.Sending;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.message.email.SmtpSink;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** The service with a real database and a mail server that obeys, deaf and asleep: each test hears and sends by hand. */
@SpringBootTest(
        classes = NotificationService.class,
        properties = {
            "spring.config.name=notification",
            "spring.kafka.listener.auto-startup=false",
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "notification.delivery.look-every=1d",
            "notification.smtp.host=127.0.0.1",
            "notification.smtp.security=NONE",
            "notification.smtp.reply-limit=1s",
            "notification.smtp.dot-limit=20s"
        })
@Import(HouseConfiguration.class)
public abstract class QuietHouse {

    protected static final Instant START = Instant.parse("2027-03-01T14:00:00Z");
    protected static final SmtpSink SINK = SmtpSink.start();

    @Autowired
    protected Database database;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected Sending sending;

    @Autowired
    private AppointmentNews news;

    @Autowired
    private Contacts contacts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var own = Backing.database();
        registry.add("spring.r2dbc.url", own::r2dbcUrl);
        registry.add("spring.r2dbc.username", own::user);
        registry.add("spring.r2dbc.password", own::password);
        registry.add("spring.flyway.url", own::jdbcUrl);
        registry.add("spring.flyway.user", own::user);
        registry.add("spring.flyway.password", own::password);
        registry.add("notification.smtp.port", SINK::port);
        registry.add("notification.opening-key", Keys.OPENING::toJSONString);
        registry.add("reprieve.access.verification-key", Keys.FRONT_DOOR::verificationKey);
        registry.add("server.port", () -> 0);
    }

    @BeforeEach
    void emptyTheHouse() {
        clock.reset();
        SINK.forget();
        sql("DELETE FROM message");
        sql("DELETE FROM appointment");
        sql("DELETE FROM contact");
    }

    protected void heard(UUID event, Template telling, Appointment appointment) {
        database.transaction(client -> news.heard(event, telling, appointment)).block();
    }

    protected void know(PatientId patient) {
        know(patient, "Rosa Delgado", "rosa@example.org", "en");
    }

    protected void know(PatientId patient, String name, String email, String language) {
        contacts.keep(new Contact(
                        patient, 1, name, new MailAddress(email), Locale.of(language), ZoneId.of("America/New_York")))
                .block();
    }

    /** Sends until nothing is due. */
    protected void sendAllDue() {
        while (done(sending.sendNext())) {
            // and the next
        }
    }

    protected static Appointment booked(UUID id, PatientId patient, int sequence) {
        return appointment(id, patient, sequence, Status.BOOKED);
    }

    protected static Appointment cancelled(UUID id, PatientId patient, int sequence) {
        return appointment(id, patient, sequence, Status.CANCELLED);
    }

    private static Appointment appointment(UUID id, PatientId patient, int sequence, Status status) {
        var clinic = new Clinic(
                "Hudson Clinic", ZoneId.of("America/New_York"), "12 River Street, Hudson, NY 12534", "+1 518 555 0100");
        // whatever calendars are told anew is moved by a day
        var hour = TimeRange.startingAt(START.plus(Duration.ofDays(sequence)), Duration.ofHours(1));
        return new Appointment(id, sequence + 1L, status, hour, patient, clinic, sequence, TestClock.START);
    }

    /** Every message's template and state, such as "CONFIRMATION ACCEPTED". */
    protected List<String> ledger() {
        return done(database.list(client -> client.sql(
                        "SELECT template || ' ' || state AS line FROM message ORDER BY 1")
                .map(row -> String.valueOf(row.get("line", String.class)))
                .all()));
    }

    protected Map<String, Object> row(String query) {
        return done(database.one(client -> client.sql(query).fetch().one()));
    }

    /** What the Mono gives, which must be something. */
    protected static <T> T done(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }

    protected void sql(String statement) {
        database.one(client -> client.sql(statement).then()).block();
    }
}
