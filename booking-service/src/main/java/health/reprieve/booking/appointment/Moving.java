package health.reprieve.booking.appointment;

import health.reprieve.booking.appointment.board.Taken;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Offer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A visit that is moved, alone or together with others. The old times of all of them are in nobody's way; what was found for
 * some of them already is in everybody's.
 *
 * @param visits all that are moved
 * @param taken what was found for some
 * @param swaps what changes rooms for those, first to last
 * @param room of this visit, which is kept if it is free
 */
public record Moving(Set<AppointmentId> visits, List<Taken> taken, List<Offer.Swap> swaps, RoomId room) {

    public Moving {
        visits = Set.copyOf(visits);
        taken = List.copyOf(taken);
        swaps = List.copyOf(swaps);
    }

    static Moving alone(Appointment visit) {
        return new Moving(Set.of(visit.id()), List.of(), List.of(), visit.room().id());
    }

    Set<UUID> visitIds() {
        return visits.stream().map(AppointmentId::value).collect(Collectors.toSet());
    }
}
