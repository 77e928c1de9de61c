package health.reprieve.booking.waitlist.postgres;

import health.reprieve.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Whose wishes and offers an actor may see, as a condition of the query itself.
 *
 * @param condition with the table's name left open
 * @param who whose id is bound; null where the condition needs none
 */
record VisibleTo(String condition, @Nullable UUID who) {

    private static final VisibleTo ALL = new VisibleTo("true", null);
    private static final VisibleTo NONE = new VisibleTo("false", null);

    static VisibleTo of(Actor actor) {
        return switch (actor) {
            case Actor.Patient patient ->
                new VisibleTo("%s.patient_id = :actor", patient.id().value());
            case Actor.FrontDesk desk -> ALL;
            case Actor.Manager manager -> ALL;
            case Actor.Visitor visitor -> NONE;
            case Actor.Therapist therapist -> NONE;
            case Actor.Referrer referrer -> NONE;
            case Actor.Operator operator -> NONE;
            case Actor.Machine machine -> NONE;
        };
    }

    /** The condition on rows of a table that says whose they are. */
    String of(String table) {
        return condition.formatted(table);
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return who == null ? statement : statement.bind("actor", who);
    }
}
