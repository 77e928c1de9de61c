package health.reprieve.booking.appointment.board;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Equipment;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.PatientConstraints;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Practice;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.slot.Standing;
import health.reprieve.booking.slot.StartRule;
import health.reprieve.booking.slot.Stay;
import health.reprieve.booking.slot.TreatmentRoom;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clinic with all that is taken there, as the engine wants to hear it. The same facts give the very same objects, so
 * that what the engine has found out of them can be kept.
 */
public final class ClinicBoard {

    private final ClinicFacts facts;
    private final ClinicTherapists therapists;
    private final Board board;
    private final Map<TherapistId, Made<KnownTherapist, Candidate>> candidates;
    private final Map<RoomId, Made<Room, TreatmentRoom>> rooms;
    private final Map<Kind, Standing> standing;

    /** What of a session matters to when therapists can begin and when rooms are free. */
    private record Kind(Duration length, double weight) {}

    private ClinicBoard(
            ClinicFacts facts,
            List<KnownTherapist> therapists,
            Board board,
            Map<TherapistId, Made<KnownTherapist, Candidate>> candidates,
            Map<RoomId, Made<Room, TreatmentRoom>> rooms,
            Map<Kind, Standing> standing) {
        this.facts = facts;
        this.therapists = new ClinicTherapists(therapists);
        this.board = board;
        this.candidates = candidates;
        this.rooms = rooms;
        this.standing = standing;
    }

    ClinicBoard(ClinicFacts facts, List<KnownTherapist> therapists, Board board) {
        this(facts, therapists, board, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    /** The same clinic with other therapists; what was made of those who stayed is kept. */
    ClinicBoard with(List<KnownTherapist> others) {
        return new ClinicBoard(facts, others, board, candidates, rooms, standing);
    }

    public Clinic clinic() {
        return facts.clinic();
    }

    /** What is sold there, the default first. */
    public List<Treatment> treatments() {
        return facts.treatments();
    }

    /** By which times are given there. */
    public Policy policy() {
        return facts.policy();
    }

    /** How much it lets a therapist work; none: as much as there is. */
    public List<Limit> limits() {
        return facts.limits();
    }

    /**
     * The clinic as the engine sees it.
     *
     * @param policy the clinic's, or that of an exception
     * @param own ids of what is in nobody's way
     */
    public Practice practice(Policy policy, Set<UUID> own, Instant now) {
        return new Practice(
                clinic().zone(),
                clinic().state(),
                facts.opening(),
                facts.closures(),
                policy,
                clinic().rooms().stream().map(room -> room(room, own, now)).toList());
    }

    /** All who have hours there, by name; the retired are left out. */
    public List<KnownTherapist> therapists() {
        return therapists.byName();
    }

    /** One of them; empty when they have no hours there, or are retired. */
    public Optional<KnownTherapist> therapist(TherapistId id) {
        return therapists.find(id);
    }

    /** How all of them are called. */
    public Map<TherapistId, String> names() {
        return therapists.names();
    }

    /** All of them, whose techniques fit what hurts best first, then by name. */
    public List<KnownTherapist> bestFirst(Condition condition) {
        return therapists.bestFirst(condition);
    }

    /**
     * What the engine has found out about the clinic for sessions of that length and weight, on those days.
     *
     * @param own ids of what is in nobody's way, of which others know otherwise
     */
    public Standing standing(
            Practice practice,
            StartRule.Grid grid,
            Session session,
            LocalDate firstDay,
            LocalDate lastDay,
            Set<UUID> own) {
        var known = standing.compute(
                new Kind(session.length(), session.weight()),
                (kind, before) -> before != null && before.covers(firstDay, lastDay)
                        ? before
                        : new Standing(practice, grid, session, firstDay, lastDay));
        var theirs = own.stream().map(board::find).flatMap(Optional::stream).toList();
        return theirs.isEmpty()
                ? known
                : known.except(
                        theirs.stream().map(Taken::therapist).collect(Collectors.toSet()),
                        theirs.stream().map(Taken::room).collect(Collectors.toSet()));
    }

    /**
     * What does not stand in the way of whoever asks.
     *
     * @param browser whose hold it may be; null: nobody's
     * @param patient whose hold it may be; null: nobody's
     * @param visit that is to have another time; null: none
     */
    public Set<UUID> own(@Nullable BrowserId browser, @Nullable PatientId patient, @Nullable UUID visit) {
        var own = new HashSet<UUID>();
        if (browser != null) {
            board.heldBy(browser).forEach(taken -> own.add(taken.id()));
        }
        if (patient != null) {
            board.heldBy(patient).forEach(taken -> own.add(taken.id()));
        }
        if (visit != null) {
            board.ofVisit(visit).forEach(taken -> own.add(taken.id()));
        }
        return own;
    }

    /** @param own ids of what is in nobody's way */
    public List<Candidate> candidates(Collection<KnownTherapist> some, Set<UUID> own, Instant now) {
        return some.stream().map(known -> candidate(known, own, now)).toList();
    }

    private Candidate candidate(KnownTherapist known, Set<UUID> own, Instant now) {
        var taken = board.of(known.id());
        if (isAny(taken, own)) {
            return candidate(known, taken, counting(own, now));
        }
        var made = candidates.get(known.id());
        if (made == null || !made.counts(known, taken, now)) {
            made = Made.of(known, taken, now, Instant.MAX, candidate(known, taken, counting(own, now)));
            candidates.put(known.id(), made);
        }
        return made.what();
    }

    private Candidate candidate(KnownTherapist known, List<Taken> taken, Predicate<Taken> counts) {
        return new Candidate(
                known.id(),
                Stream.ofNullable(known.hours().get(clinic().id()))
                        .map(hours -> Stay.always(hours, clinic().zone()))
                        .toList(),
                facts.off(known.id()),
                known.credentials(),
                List.of(),
                taken.stream()
                        .filter(counts)
                        .map(one -> new Visit(one.time(), Margin.after(one.rest()), one.effort()))
                        .toList(),
                facts.limits());
    }

    private TreatmentRoom room(Room room, Set<UUID> own, Instant now) {
        var taken = board.in(room.id());
        if (isAny(taken, own)) {
            return room(room, taken, own, now);
        }
        var made = rooms.get(room.id());
        if (made == null || !made.counts(room, taken, now)) {
            made = Made.of(room, taken, now, tomorrow(now), room(room, taken, own, now));
            rooms.put(room.id(), made);
        }
        return made.what();
    }

    private Instant tomorrow(Instant now) {
        var zone = clinic().zone();
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private TreatmentRoom room(Room room, List<Taken> taken, Set<UUID> own, Instant now) {
        var tomorrow = tomorrow(now);
        return new TreatmentRoom(
                room.id(),
                room.equipment().stream().map(has -> new Equipment(has.name())).collect(Collectors.toSet()),
                facts.outOfUse(room.id()),
                taken.stream()
                        .filter(counting(own, now))
                        .map(one -> use(one, tomorrow))
                        .toList());
    }

    /** On its day a visit stays where it is: somebody may be there already. */
    private static TreatmentRoom.Use use(Taken taken, Instant tomorrow) {
        return new TreatmentRoom.Use(
                taken.id(),
                taken.time(),
                Margin.after(taken.turnover()),
                taken.needs(),
                taken.isVisit() && !taken.time().start().isBefore(tomorrow));
    }

    /**
     * When the patient is somewhere already, and how far from that they must stay.
     *
     * @param spacing that is kept by what is asked for; null: any
     */
    public PatientConstraints patient(PatientId patient, @Nullable Duration spacing, Set<UUID> own, Instant now) {
        var visits = board.of(patient).stream().filter(counting(own, now)).toList();
        return new PatientConstraints(
                visits.stream().map(Taken::time).toList(),
                List.of(),
                List.of(),
                visits.stream()
                        .flatMap(visit ->
                                PatientConstraints.Treatment.beside(visit.time().start(), visit.spacing(), spacing)
                                        .stream())
                        .toList());
    }

    /** Hands-on time of what a therapist has, wherever, that starts in the span. */
    public Duration load(TherapistId therapist, TimeRange span, Set<UUID> own, Instant now) {
        return board.of(therapist).stream()
                .filter(counting(own, now))
                .filter(taken -> span.contains(taken.time().start()))
                .map(Taken::effort)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static boolean isAny(List<Taken> taken, Set<UUID> own) {
        return !own.isEmpty() && taken.stream().anyMatch(one -> own.contains(one.id()));
    }

    private static Predicate<Taken> counting(Set<UUID> own, Instant now) {
        return taken -> taken.isLive(now) && !own.contains(taken.id());
    }
}
