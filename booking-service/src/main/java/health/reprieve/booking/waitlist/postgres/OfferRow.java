package health.reprieve.booking.waitlist.postgres;

import static health.reprieve.booking.waitlist.postgres.WaitingRow.get;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.waitlist.OfferId;
import health.reprieve.booking.waitlist.OfferMade;
import health.reprieve.booking.waitlist.OfferMade.Outcome;
import health.reprieve.booking.waitlist.WaitId;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The shape of the table {@code waiting_offer}. */
final class OfferRow {

    static final String SELECT = """
            SELECT waiting_offer.id, waiting_id, therapist_id, starts_at, ends_at, made_at, expires_at, outcome,
                   waiting_offer.ended_at, waiting_offer.appointment_id
              FROM waiting_offer
            """;

    private OfferRow() {}

    static OfferMade of(Readable row) {
        return of(row, "id", "ended_at", "appointment_id");
    }

    /** Where the row is a person's too, some columns are called otherwise. */
    static OfferMade of(Readable row, String id, String endedAt, String visit) {
        return new OfferMade(
                new OfferId(get(row, id, UUID.class)),
                new WaitId(get(row, "waiting_id", UUID.class)),
                new TherapistId(get(row, "therapist_id", UUID.class)),
                new TimeRange(get(row, "starts_at", Instant.class), get(row, "ends_at", Instant.class)),
                get(row, "made_at", Instant.class),
                get(row, "expires_at", Instant.class),
                outcome(row, endedAt, visit));
    }

    private static Outcome outcome(Readable row, String endedAt, String visit) {
        return switch (get(row, "outcome", String.class)) {
            case "OPEN" -> new Outcome.Open();
            case "ACCEPTED" ->
                new Outcome.Accepted(get(row, endedAt, Instant.class), new AppointmentId(get(row, visit, UUID.class)));
            case "DECLINED" -> new Outcome.Declined(get(row, endedAt, Instant.class));
            case "EXPIRED" -> new Outcome.Expired(get(row, endedAt, Instant.class));
            case "WITHDRAWN" -> new Outcome.Withdrawn(get(row, endedAt, Instant.class));
            case String other -> throw new IllegalStateException("no such outcome: " + other);
        };
    }

    /** Binds what became of it. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Open open -> bind(statement, "OPEN", WaitingRow.NEVER, WaitingRow.NO_VISIT);
            case Outcome.Accepted accepted ->
                bind(
                        statement,
                        "ACCEPTED",
                        Parameters.in(accepted.at()),
                        Parameters.in(accepted.visit().value()));
            case Outcome.Declined declined -> bind(statement, "DECLINED", declined.at());
            case Outcome.Expired expired -> bind(statement, "EXPIRED", expired.at());
            case Outcome.Withdrawn withdrawn -> bind(statement, "WITHDRAWN", withdrawn.at());
        };
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String outcome, Instant endedAt) {
        return bind(statement, outcome, Parameters.in(endedAt), WaitingRow.NO_VISIT);
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec statement, String outcome, Parameter endedAt, Parameter visit) {
        return statement.bind("outcome", outcome).bind("endedAt", endedAt).bind("visit", visit);
    }
}
