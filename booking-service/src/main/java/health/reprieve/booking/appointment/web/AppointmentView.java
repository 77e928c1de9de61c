package health.reprieve.booking.appointment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.CancelReason;
import health.reprieve.booking.appointment.Canceller;
import health.reprieve.booking.appointment.Loss;
import health.reprieve.booking.appointment.Stage;
import health.reprieve.booking.appointment.Status;
import health.reprieve.booking.candidacy.Condition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the API tells it to those who may see it.
 *
 * @param version rises with every change; the ETag is made of it
 * @param start first minute of the treatment
 * @param end first minute after it
 * @param zone IANA time zone of the clinic, in which people count its days
 * @param condition what hurts; left out for those who do not need it for their work
 * @param cancelledAt left out while the visit is not cancelled
 * @param cancelledBy left out while the visit is not cancelled
 * @param cancelReason left out while the visit is not cancelled
 * @param cancelledLate whether the patient cancelled within the treatment's window; left out while the visit is not cancelled
 * @param lostAt since when it needs reassignment; for staff only
 * @param loss what it has lost; for staff only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentView(
        UUID id,
        long version,
        VisitStatus status,
        Instant start,
        Instant end,
        String zone,
        Named clinic,
        Named therapist,
        Named patient,
        Named treatment,
        @Nullable Condition condition,
        @Nullable Instant cancelledAt,
        @Nullable Canceller cancelledBy,
        @Nullable CancelReason cancelReason,
        @Nullable Boolean cancelledLate,
        @Nullable Instant lostAt,
        @Nullable Loss loss) {

    /** As far as the asker should know: that a visit needs another therapist or room is the clinic's own matter. */
    enum VisitStatus {
        REQUESTED,
        BOOKED,
        CHECKED_IN,
        IN_PROGRESS,
        COMPLETED,
        MISSED,
        CANCELLED,
        NEEDS_REASSIGNMENT;

        static VisitStatus of(Stage stage, Actor asker) {
            return valueOf((asker instanceof Actor.Patient ? stage.toldToPatients() : stage).name());
        }
    }

    /** Somebody or something by its id, with the name that people know it by. */
    record Named(UUID id, String name) {}

    static AppointmentView of(Appointment visit, Actor actor) {
        var cancelled = visit.status() instanceof Status.Cancelled c ? c : null;
        var lost = visit.status() instanceof Status.NeedsReassignment l && !(actor instanceof Actor.Patient) ? l : null;
        return new AppointmentView(
                visit.id().value(),
                visit.version(),
                VisitStatus.of(visit.stage(), actor),
                visit.time().start(),
                visit.time().end(),
                visit.clinic().zone().getId(),
                new Named(visit.clinic().id().value(), visit.clinic().name()),
                new Named(visit.therapist().id().value(), visit.therapist().name()),
                new Named(visit.patient().id().value(), visit.patient().name()),
                new Named(visit.treatment().id().value(), visit.treatment().name()),
                needsWhatHurts(actor) ? visit.condition() : null,
                cancelled == null ? null : cancelled.at(),
                cancelled == null ? null : cancelled.by(),
                cancelled == null ? null : cancelled.reason(),
                cancelled == null ? null : cancelled.late(),
                lost == null ? null : lost.since(),
                lost == null ? null : lost.cause());
    }

    /** A manager sees to therapists, rules and licences, and a machine to times: neither needs what hurts. */
    private static boolean needsWhatHurts(Actor actor) {
        return switch (actor) {
            case Actor.Patient patient -> true;
            case Actor.FrontDesk desk -> true;
            case Actor.Therapist therapist -> false;
            case Actor.Manager manager -> false;
            case Actor.Visitor visitor -> false;
            case Actor.Referrer referrer -> false;
            case Actor.Operator operator -> false;
            case Actor.Machine machine -> false;
        };
    }
}
