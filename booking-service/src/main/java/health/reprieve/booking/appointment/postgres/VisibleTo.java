package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Which visits an actor may see, as a condition of the query itself.
 *
 * @param who whose id is bound; null where the condition needs none
 */
record VisibleTo(String condition, @Nullable UUID who) {

    private static final VisibleTo ALL = new VisibleTo("NOT clinic.hidden", null);
    private static final VisibleTo NONE = new VisibleTo("false", null);

    static VisibleTo of(Actor actor) {
        return switch (actor) {
            case Actor.Patient patient ->
                new VisibleTo("appointment.patient_id = :actor", patient.id().value());
            case Actor.FrontDesk desk -> ALL;
            case Actor.Manager manager -> ALL;
            case Actor.Visitor visitor -> NONE;
            case Actor.Therapist therapist ->
                new VisibleTo(
                        "appointment.therapist_id = :actor AND NOT clinic.hidden",
                        therapist.id().value());
            // the others have no business with them yet
            case Actor.Referrer referrer -> NONE;
            case Actor.Operator operator -> NONE;
            case Actor.Machine machine -> NONE;
        };
    }

    DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement) {
        return who == null ? statement : statement.bind("actor", who);
    }
}
