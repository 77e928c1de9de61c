package health.reprieve.booking.clinic;

import java.util.Set;

/** A treatment room; one person is treated in it at a time. */
public record Room(RoomId id, String name, Set<RoomEquipment> equipment) {

    public Room {
        equipment = Set.copyOf(equipment);
    }

    /** A room of whose equipment nothing is known. */
    public Room(RoomId id, String name) {
        this(id, name, Set.of());
    }
}
