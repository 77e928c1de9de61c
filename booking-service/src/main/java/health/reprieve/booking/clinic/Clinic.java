package health.reprieve.booking.clinic;

import java.time.ZoneId;
import java.util.List;

/**
 * A place of treatment. Its state decides whose licence counts there, its zone what a day and an hour are.
 *
 * @param alias a name that tells nothing of health, for mails and calendars
 * @param state ISO 3166-2, such as {@code US-NY}
 * @param phone for people who would rather call
 * @param rooms those in use
 * @param hidden the house's own, in which it tries itself out: in no list, and what happens there is told to nobody
 */
public record Clinic(
        ClinicId id,
        String name,
        String alias,
        String state,
        ZoneId zone,
        String address,
        String phone,
        List<Room> rooms,
        boolean hidden) {

    public Clinic {
        rooms = List.copyOf(rooms);
    }

    /** A clinic for people. */
    public Clinic(
            ClinicId id,
            String name,
            String alias,
            String state,
            ZoneId zone,
            String address,
            String phone,
            List<Room> rooms) {
        this(id, name, alias, state, zone, address, phone, rooms, false);
    }

    /** @throws IllegalArgumentException if the room is another clinic's */
    public Room room(RoomId id) {
        return rooms.stream()
                .filter(room -> room.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no room " + id + " at clinic " + this.id));
    }
}
