package health.reprieve.booking.appointment.postgres;

import health.reprieve.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Which visits an actor may see, as a condition of the query itself.
 *
 * @param patient whose id is bound; null where the condition needs none
 */
record VisibleTo(String condition, @Nullable UUID patient) {

    private static final VisibleTo ALL = new VisibleTo("NOT clinic.hidden", null);
    private static final VisibleTo NONE = new VisibleTo("false", null);

    static VisibleTo of(Actor actor) {
        return switch (actor) {
            case Actor.Patient patient ->
                new VisibleTo("appointment.patient_id = :actor", patient.id().value());
            case Actor.FrontDesk desk -> ALL;
            case Actor.Manager manager -> ALL;
            case Actor.Visitor visitor -> NONE;
            // therapists see their visits in therapist-service; the others have no business with them yet
            case Actor.Therapist therapist -> NONE;
            case Actor.Referrer referrer -> NONE;
            case Actor.Operator operator -> NONE;
            case Actor.Machine machine -> NONE;
        };
    }

    DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement) {
        return patient == null ? statement : statement.bind("actor", patient);
    }
}
