package health.reprieve.booking.appointment.board;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is taken, by whom it is taken from and by. One round of reading at a time writes it, anybody reads it. */
final class Board {

    private final @Nullable Board under;
    private final Map<UUID, Taken> all = new ConcurrentHashMap<>();
    private final Groups<TherapistId> therapists = new Groups<>();
    private final Groups<RoomId> rooms = new Groups<>();
    private final Groups<PatientId> patients = new Groups<>();
    private final Groups<UUID> visits = new Groups<>();
    private final Groups<BrowserId> browsers = new Groups<>();
    private final Groups<PatientId> holders = new Groups<>();

    Board() {
        this(null);
    }

    private Board(@Nullable Board under) {
        this.under = under;
    }

    /** The same with more that is taken. */
    Board with(List<Taken> more) {
        var over = new Board(this);
        more.forEach(taken -> over.set(taken.id(), taken));
        return over;
    }

    private List<Taken> and(List<Taken> own, Function<Board, List<Taken>> theirs) {
        return under == null
                ? own
                : Stream.concat(theirs.apply(under).stream(), own.stream()).toList();
    }

    /** @param now as it is; null: it is free again */
    void set(UUID id, @Nullable Taken now) {
        var before = now == null ? all.remove(id) : all.put(id, now);
        if (!Objects.equals(before, now)) {
            therapists.change(before, now, Taken::therapist);
            rooms.change(before, now, Taken::room);
            patients.change(before, now, Taken::patient);
            visits.change(before, now, Taken::visit);
            browsers.change(before, now, Taken::browser);
            holders.change(before, now, Taken::holder);
        }
    }

    /** Drops what ended before; nobody asks about it any more. */
    void forget(Instant before) {
        all.values().stream()
                .filter(taken -> taken.time().end().isBefore(before))
                .map(Taken::id)
                .toList()
                .forEach(id -> set(id, null));
    }

    Optional<Taken> find(UUID id) {
        return Optional.ofNullable(all.get(id))
                .or(() -> Optional.ofNullable(under).flatMap(below -> below.find(id)));
    }

    List<Taken> of(TherapistId therapist) {
        return and(therapists.of(therapist), below -> below.of(therapist));
    }

    List<Taken> in(RoomId room) {
        return and(rooms.of(room), below -> below.in(room));
    }

    /** Visits and requests of the patient. */
    List<Taken> of(PatientId patient) {
        return and(patients.of(patient), below -> below.of(patient));
    }

    /** The times of one visit. */
    List<Taken> ofVisit(UUID visit) {
        return and(visits.of(visit), below -> below.ofVisit(visit));
    }

    List<Taken> heldBy(BrowserId browser) {
        return and(browsers.of(browser), below -> below.heldBy(browser));
    }

    List<Taken> heldBy(PatientId patient) {
        return and(holders.of(patient), below -> below.heldBy(patient));
    }
}
