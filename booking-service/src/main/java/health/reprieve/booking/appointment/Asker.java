package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.booking.appointment.board.Supposed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom times are looked for: their own hold and the visits they move do not stand in their way, their other visits
 * do.
 *
 * @param browser null: nobody's hold is left out
 * @param patient null: we do not know yet who it is
 * @param moving the visits that are to have other times; null: none
 */
public record Asker(
        @Nullable BrowserId browser,
        @Nullable PatientId patient,
        @Nullable Moving moving) {

    private static final Asker ANYBODY = new Asker(null, null, null);

    public static Asker of(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> new Asker(visitor.browser(), null, null);
            case Actor.Patient patient -> new Asker(patient.browser(), patient.id(), null);
            case Actor.Therapist therapist -> ANYBODY;
            case Actor.FrontDesk desk -> ANYBODY;
            case Actor.Manager manager -> ANYBODY;
            case Actor.Referrer referrer -> ANYBODY;
            case Actor.Operator operator -> ANYBODY;
            case Actor.Machine machine -> ANYBODY;
        };
    }

    /** The patient, or as long as we do not know them their browser; null: neither is known. */
    @Nullable Object whose() {
        return patient == null ? browser : patient;
    }

    /** Whoever moves the visit, it is for its patient that a time is looked for. */
    static Asker moving(Appointment appointment) {
        return new Asker(null, appointment.patient().id(), Moving.alone(appointment));
    }

    /** What they know otherwise than others. */
    Supposed.Difference difference() {
        return moving == null
                ? new Supposed.Difference(browser, patient, Set.of(), List.of(), List.of())
                : new Supposed.Difference(browser, patient, moving.visitIds(), moving.taken(), moving.swaps());
    }
}
