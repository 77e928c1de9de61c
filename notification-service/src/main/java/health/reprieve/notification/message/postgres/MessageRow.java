package health.reprieve.notification.message.postgres;

import health.reprieve.access.PatientId;
import health.reprieve.notification.message.Ledger.Backlog;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Message;
import health.reprieve.notification.message.MessageId;
import health.reprieve.notification.message.MessageState;
import health.reprieve.notification.message.Template;
import health.reprieve.telemetry.trace.Traceparent;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The shape of the table {@code message}: one set of columns for each kind of matter, the other set empty. */
final class MessageRow {

    private MessageRow() {}

    static Message message(Readable row) {
        return new Message(
                new MessageId(get(row, "id", UUID.class)),
                get(row, "event_id", UUID.class),
                template(row),
                matter(row),
                get(row, "happened_at", Instant.class),
                get(row, "queued_at", Instant.class),
                get(row, "deadline", Instant.class),
                get(row, "attempts", Integer.class),
                get(row, "unknowns", Integer.class),
                Traceparent.parse(row.get("traceparent", String.class)));
    }

    static Template template(Readable row) {
        return Template.valueOf(get(row, "template", String.class));
    }

    static Backlog backlog(Readable row) {
        return new Backlog(
                template(row),
                MessageState.valueOf(get(row, "state", String.class)),
                get(row, "messages", Long.class),
                get(row, "due", Long.class),
                get(row, "oldest", Instant.class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec insert, Matter matter) {
        return switch (matter) {
            case Matter.Visit visit ->
                withoutSignIn(withoutOffer(insert))
                        .bind("appointment", visit.appointment())
                        .bind("sequence", visit.calendarSequence())
                        .bind("patient", visit.patient().value());
            case Matter.Offer offer ->
                withoutSignIn(withoutVisit(insert))
                        .bind("offer", offer.offer())
                        .bind("patient", offer.patient().value());
            case Matter.SignIn code ->
                withoutOffer(withoutVisit(insert))
                        .bindNull("patient", UUID.class)
                        .bind("request", code.request())
                        .bind("language", code.language().getLanguage())
                        .bind("requestedAt", code.requestedAt())
                        .bind("expiresAt", code.expiresAt())
                        .bind("sealed", code.sealed());
        };
    }

    private static GenericExecuteSpec withoutVisit(GenericExecuteSpec insert) {
        return insert.bindNull("appointment", UUID.class).bindNull("sequence", Integer.class);
    }

    private static GenericExecuteSpec withoutOffer(GenericExecuteSpec insert) {
        return insert.bindNull("offer", UUID.class);
    }

    private static GenericExecuteSpec withoutSignIn(GenericExecuteSpec insert) {
        return insert.bindNull("request", UUID.class)
                .bindNull("language", String.class)
                .bindNull("requestedAt", Instant.class)
                .bindNull("expiresAt", Instant.class)
                .bindNull("sealed", String.class);
    }

    private static Matter matter(Readable row) {
        var appointment = row.get("appointment_id", UUID.class);
        var offer = row.get("offer_id", UUID.class);
        if (appointment != null) {
            return visit(row, appointment);
        }
        return offer != null ? new Matter.Offer(offer, new PatientId(get(row, "patient_id", UUID.class))) : signIn(row);
    }

    private static Matter.Visit visit(Readable row, UUID appointment) {
        return new Matter.Visit(
                appointment,
                get(row, "calendar_sequence", Integer.class),
                new PatientId(get(row, "patient_id", UUID.class)));
    }

    private static Matter.SignIn signIn(Readable row) {
        return new Matter.SignIn(
                get(row, "request_id", UUID.class),
                Locale.of(get(row, "language", String.class)),
                get(row, "requested_at", Instant.class),
                get(row, "expires_at", Instant.class),
                get(row, "sealed", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
