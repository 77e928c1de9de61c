package health.reprieve.booking.appointment;

import health.reprieve.access.AccountId;
import health.reprieve.booking.Scene;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.When;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Closes and opens as staff do. */
class Closing {

    private final ClinicDesk desk;

    Closing(ClinicDesk desk) {
        this.desk = desk;
    }

    ClosedTimeId close(Clinic clinic, ClosedTime.Affected affected, Instant from, Instant until) {
        var id = new ClosedTimeId(UUID.randomUUID());
        close(id, clinic, affected, from, until);
        return id;
    }

    void close(ClosedTimeId id, Clinic clinic, ClosedTime.Affected affected, Instant from, Instant until) {
        var when = new When.Times(wall(from), wall(until));
        desk.close(
                        Scene.DESK,
                        clinic.id(),
                        new ClinicDesk.Entry(id, affected, when, ClosedTime.Reason.OTHER, AccountId.random()))
                .block();
    }

    void open(Clinic clinic, ClosedTimeId closure) {
        desk.open(Scene.DESK, clinic.id(), closure).block();
    }

    private static When.Wall wall(Instant instant) {
        return new When.Wall(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
