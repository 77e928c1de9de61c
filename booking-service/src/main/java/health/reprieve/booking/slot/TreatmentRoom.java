package health.reprieve.booking.slot;

import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A room of the clinic, and when it is in use.
 *
 * @param outOfUse when nobody can be treated in it
 * @param uses visits and holds in it
 */
public record TreatmentRoom(RoomId id, Set<Equipment> equipment, List<TimeRange> outOfUse, List<Use> uses) {

    public TreatmentRoom {
        equipment = Set.copyOf(equipment);
        outOfUse = List.copyOf(outOfUse);
        uses = uses.stream().sorted(Comparator.comparing(Use::time)).toList();
    }

    /**
     * A visit or a hold in a room.
     *
     * @param id of what is in it
     * @param turnover that was agreed for it
     * @param needs what the room must have for it
     * @param movable whether it may be given another room
     */
    public record Use(UUID id, TimeRange time, Margin turnover, Set<Equipment> needs, boolean movable) {

        public Use {
            needs = Set.copyOf(needs);
        }
    }

    boolean has(Set<Equipment> needs) {
        return equipment.containsAll(needs);
    }
}
