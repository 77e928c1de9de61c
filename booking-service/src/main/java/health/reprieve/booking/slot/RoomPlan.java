package health.reprieve.booking.slot;

import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which room a session gets: the plainest that is free, or one that another visit can leave for as good a room. */
final class RoomPlan {

    private static final Refusal NO_ROOM = new Refusal.NoRoom();

    /** In a large clinic that is full, not every pair of rooms is tried for every start. */
    private static final int MOST_ROOMS_TO_LEAVE = 20;

    private static final int MOST_ROOMS_INSTEAD = 100;

    private final Practice practice;
    private final Session session;
    private final Timeline timeline;
    private final @Nullable Standing standing;
    private final List<TreatmentRoom> suitable;
    private final @Nullable BitSet[] free;
    private final @Nullable Optional<Place>[] known;
    private final Map<RoomId, RoomUses> uses = new HashMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of generics cannot be made otherwise
    RoomPlan(Practice practice, Session session, Timeline timeline, @Nullable Standing standing) {
        this.standing = standing;
        this.practice = practice;
        this.session = session;
        this.timeline = timeline;
        suitable = practice.rooms().stream()
                .filter(room -> room.has(session.needs()))
                .sorted(Comparator.comparingInt(room -> room.equipment().size()))
                .toList();
        free = new BitSet[suitable.size()];
        known = new Optional[timeline.size()];
    }

    /** @param swap what must change rooms for it */
    record Place(RoomId room, Optional<Offer.Swap> swap) {}

    /** The room for the session if it starts then. */
    Optional<Place> at(int start) {
        var place = known[start];
        if (place == null) {
            place = freeAt(start).or(() -> swappedAt(start));
            known[start] = place;
        }
        return place;
    }

    /** Whether that room suits the session and is free for it if it starts then. */
    boolean isFree(RoomId room, int start) {
        for (int i = 0; i < suitable.size(); i++) {
            if (suitable.get(i).id().equals(room)) {
                return free(i).get(start);
            }
        }
        return false;
    }

    private Optional<Place> freeAt(int start) {
        for (int i = 0; i < suitable.size(); i++) {
            if (free(i).get(start)) {
                return Optional.of(new Place(suitable.get(i).id(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /** Found when it is asked for: the first rooms are often enough. */
    private BitSet free(int room) {
        var found = free[room];
        if (found == null) {
            found = standing == null
                    ? free(suitable.get(room), practice, session, timeline)
                    : standing.starts(suitable.get(room), timeline);
            free[room] = found;
        }
        return found;
    }

    /** When a session can start in the room, whatever else it needs. */
    static BitSet free(TreatmentRoom room, Practice practice, Session session, Timeline timeline) {
        var mask = Mask.forGrid(timeline);
        long length = session.length().toSeconds();
        for (var span : room.outOfUse()) {
            mask.banAround(span, 0, 0, length, NO_ROOM);
        }
        for (var use : room.uses()) {
            var gap = Gap.between(use.turnover(), practice.policy().turnover());
            mask.banAround(use.time(), gap.before(), gap.after(), length, NO_ROOM);
        }
        return mask.left();
    }

    private Optional<Place> swappedAt(int start) {
        var time = TimeRange.startingAt(timeline.instant(start), session.length());
        return suitable.stream()
                .limit(MOST_ROOMS_TO_LEAVE)
                .flatMap(room -> swapIn(room, time).map(swap -> new Place(room.id(), Optional.of(swap))).stream())
                .findFirst();
    }

    /** What can leave the room, if it is the only thing in the way. */
    private Optional<Offer.Swap> swapIn(TreatmentRoom room, TimeRange time) {
        if (room.outOfUse().stream().anyMatch(time::overlaps)) {
            return Optional.empty();
        }
        var inTheWay = usesOf(room)
                .inTheWayOf(time, practice.policy().turnover())
                .limit(2)
                .toList();
        return inTheWay.size() == 1 && inTheWay.getFirst().movable()
                ? roomInsteadFor(inTheWay.getFirst(), room)
                        .map(other -> new Offer.Swap(inTheWay.getFirst().id(), room.id(), other))
                : Optional.empty();
    }

    private Optional<RoomId> roomInsteadFor(TreatmentRoom.Use use, TreatmentRoom left) {
        return practice.rooms().stream()
                .limit(MOST_ROOMS_INSTEAD)
                .filter(room -> !room.id().equals(left.id()) && isFreeFor(room, use))
                .map(TreatmentRoom::id)
                .findFirst();
    }

    private RoomUses usesOf(TreatmentRoom room) {
        return uses.computeIfAbsent(room.id(), id -> new RoomUses(room));
    }

    private boolean isFreeFor(TreatmentRoom room, TreatmentRoom.Use use) {
        return room.has(use.needs())
                && room.outOfUse().stream().noneMatch(use.time()::overlaps)
                && usesOf(room).inTheWayOf(use.time(), use.turnover()).findAny().isEmpty();
    }
}
