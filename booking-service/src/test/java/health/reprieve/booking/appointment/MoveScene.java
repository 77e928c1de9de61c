package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.Scene;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Staff who move several visits. */
record MoveScene(MoveDesk desk, VisitDesk visits) {

    static MoveDesk.Move move(Appointment visit, Instant start) {
        return new MoveDesk.Move(visit.id(), visit.version(), start, null);
    }

    static MoveDesk.Move move(Appointment visit, @Nullable Instant start, KnownTherapist by) {
        return new MoveDesk.Move(visit.id(), visit.version(), start, new Whom.One(by.id()));
    }

    static MoveDesk.Move moveToAnyOf(Appointment visit, Instant start, KnownTherapist... some) {
        Set<TherapistId> ids = Stream.of(some).map(KnownTherapist::id).collect(Collectors.toSet());
        return new MoveDesk.Move(visit.id(), visit.version(), start, new Whom.AnyOf(ids));
    }

    List<Appointment> move(MoveDesk.Move... moves) {
        return move(Scene.DESK, null, moves);
    }

    List<Appointment> move(Actor actor, @Nullable String note, MoveDesk.Move... moves) {
        return move(actor, note, UUID.randomUUID().toString(), moves);
    }

    List<Appointment> move(Actor actor, @Nullable String note, String key, MoveDesk.Move... moves) {
        return requireNonNull(desk.move(actor, new MoveDesk.Request(List.of(moves), note), key)
                .block());
    }

    /** What was in the way of each that was. */
    Map<AppointmentId, MovesRefused.InTheWay> refused(@Nullable String note, MoveDesk.Move... moves) {
        var refused = catchThrowableOfType(MovesRefused.class, () -> move(Scene.DESK, note, moves));
        return requireNonNull(refused, "nothing was refused").inTheWay().stream()
                .collect(Collectors.toMap(MovesRefused.InTheWay::visit, one -> one));
    }

    Appointment found(Appointment visit) {
        return requireNonNull(visits.find(Scene.DESK, visit.id()).block());
    }
}
