package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step with a visit, as the history keeps it.
 *
 * @param id of the patient, therapist or account; null: the house has none
 */
public record Doer(Kind kind, @Nullable UUID id) {

    /** What the house does by itself. */
    public static final Doer HOUSE = new Doer(Kind.HOUSE, null);

    /** In what capacity. */
    public enum Kind {
        PATIENT,
        THERAPIST,
        FRONT_DESK,
        MANAGER,
        HOUSE
    }

    /** @throws BookingRefused.NotPermitted if they have nothing to do with visits */
    public static Doer of(Actor actor) {
        return switch (actor) {
            case Actor.Patient patient -> new Doer(Kind.PATIENT, patient.id().value());
            case Actor.Therapist therapist ->
                new Doer(Kind.THERAPIST, therapist.id().value());
            case Actor.FrontDesk desk ->
                new Doer(Kind.FRONT_DESK, desk.account().value());
            case Actor.Manager manager ->
                new Doer(Kind.MANAGER, manager.account().value());
            case Actor.Visitor visitor -> throw new BookingRefused.NotPermitted();
            case Actor.Referrer referrer -> throw new BookingRefused.NotPermitted();
            case Actor.Operator operator -> throw new BookingRefused.NotPermitted();
            case Actor.Machine machine -> throw new BookingRefused.NotPermitted();
        };
    }

    boolean isPatient() {
        return kind == Kind.PATIENT;
    }

    boolean isHouse() {
        return kind == Kind.HOUSE;
    }
}
