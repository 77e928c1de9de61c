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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The same clinic with more that is taken. */
    public ClinicBoard beside(List<Taken> more) {
        return new ClinicBoard(facts, therapists(), board.with(more));
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
     * @param supposed what is otherwise
     */
    public Practice practice(Policy policy, Supposed supposed, Instant now) {
        return new Practice(
                clinic().zone(),
                clinic().state(),
                facts.opening(),
                facts.closures(),
                policy,
                clinic().rooms().stream().map(room -> room(room, supposed, now)).toList());
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
     * @param supposed of which others know otherwise
     */
    public Standing standing(
            Practice practice,
            StartRule.Grid grid,
            Session session,
            LocalDate firstDay,
            LocalDate lastDay,
            Supposed supposed) {
        var known = standing.compute(
                new Kind(session.length(), session.weight()),
                (kind, before) -> before != null && before.covers(firstDay, lastDay)
                        ? before
                        : new Standing(practice, grid, session, firstDay, lastDay));
        var theirs = Stream.concat(
                        supposed.gone().stream().map(board::find).flatMap(Optional::stream), supposed.taken().stream())
                .toList();
        return theirs.isEmpty()
                ? known
                : known.except(
                        theirs.stream().map(Taken::therapist).collect(Collectors.toSet()),
                        theirs.stream().map(Taken::room).collect(Collectors.toSet()));
    }

    /** Whether people are treated in the room for all of that time. */
    public boolean isInUse(RoomId room, TimeRange time) {
        return clinic().rooms().stream().anyMatch(one -> one.id().equals(room))
                && facts.outOfUse(room).stream().noneMatch(time::overlaps);
    }

    /** Whether the browser holds anything, wherever. */
    public boolean isHeldBy(BrowserId browser) {
        return !board.heldBy(browser).isEmpty();
    }

    /** How it would look to whoever asks. */
    public Supposed supposed(Supposed.Difference difference) {
        return Supposed.of(difference, board);
    }

    /** Some of those who work there, as the engine sees them. */
    public List<Candidate> candidates(Collection<KnownTherapist> some, Supposed supposed, Instant now) {
        return some.stream().map(known -> candidate(known, supposed, now)).toList();
    }

    private Candidate candidate(KnownTherapist known, Supposed supposed, Instant now) {
        var taken = board.of(known.id());
        return supposed.instead(taken, one -> known.id().equals(one.therapist()))
                .map(otherwise -> candidateWith(known, otherwise, now))
                .orElseGet(() -> candidate(known, taken, now));
    }

    private Candidate candidate(KnownTherapist known, List<Taken> taken, Instant now) {
        var made = candidates.get(known.id());
        if (made == null || !made.counts(known, taken, now)) {
            made = Made.of(known, taken, now, Instant.MAX, candidateWith(known, taken, now));
            candidates.put(known.id(), made);
        }
        return made.what();
    }

    private Candidate candidateWith(KnownTherapist known, List<Taken> taken, Instant now) {
        return new Candidate(
                known.id(),
                Stream.ofNullable(known.hours().get(clinic().id()))
                        .map(hours -> Stay.always(hours, clinic().zone()))
                        .toList(),
                facts.off(known.id()),
                known.credentials(),
                List.of(),
                taken.stream()
                        .filter(one -> one.isLive(now))
                        .map(one -> new Visit(one.time(), Margin.after(one.rest()), one.effort()))
                        .toList(),
                facts.limits());
    }

    private TreatmentRoom room(Room room, Supposed supposed, Instant now) {
        var taken = board.in(room.id());
        return supposed.instead(taken, one -> room.id().equals(one.room()))
                .map(otherwise -> roomWith(room, otherwise, now))
                .orElseGet(() -> room(room, taken, now));
    }

    private TreatmentRoom room(Room room, List<Taken> taken, Instant now) {
        var made = rooms.get(room.id());
        if (made == null || !made.counts(room, taken, now)) {
            made = Made.of(room, taken, now, tomorrow(now), roomWith(room, taken, now));
            rooms.put(room.id(), made);
        }
        return made.what();
    }

    private Instant tomorrow(Instant now) {
        var zone = clinic().zone();
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private TreatmentRoom roomWith(Room room, List<Taken> taken, Instant now) {
        var tomorrow = tomorrow(now);
        return new TreatmentRoom(
                room.id(),
                room.equipment().stream().map(has -> new Equipment(has.name())).collect(Collectors.toSet()),
                facts.outOfUse(room.id()),
                taken.stream()
                        .filter(one -> one.isLive(now))
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
    public PatientConstraints patient(PatientId patient, @Nullable Duration spacing, Supposed supposed, Instant now) {
        var visits = live(board.of(patient), supposed, one -> patient.equals(one.patient()), now)
                .toList();
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
    public Duration load(TherapistId therapist, TimeRange span, Supposed supposed, Instant now) {
        return live(board.of(therapist), supposed, one -> therapist.equals(one.therapist()), now)
                .filter(taken -> span.contains(taken.time().start()))
                .map(Taken::effort)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Stream<Taken> live(List<Taken> group, Supposed supposed, Predicate<Taken> theirs, Instant now) {
        return supposed.instead(group, theirs).orElse(group).stream().filter(one -> one.isLive(now));
    }
}
