package health.reprieve.booking.course.postgres;

import health.reprieve.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Whose courses and referrals an actor may see, as a condition of the query itself.
 *
 * @param patient whose alone; null where the condition needs none
 */
record VisibleCourses(String condition, @Nullable UUID patient) {

    private static final VisibleCourses ALL = new VisibleCourses("true", null);
    private static final VisibleCourses NONE = new VisibleCourses("false", null);

    static VisibleCourses to(Actor actor) {
        return switch (actor) {
            case Actor.Patient patient ->
                new VisibleCourses("patient_id = :actor", patient.id().value());
            case Actor.FrontDesk desk -> ALL;
            case Actor.Manager manager -> ALL;
            // the others have no business with them yet
            case Actor.Visitor visitor -> NONE;
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
