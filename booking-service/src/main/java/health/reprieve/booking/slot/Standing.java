package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds whoever asks, found once and kept: when each therapist can begin, and when each room is free, for sessions
 * of one length on a grid. Many questions about one clinic then cost little more than putting bits together. It only
 * spares work: with it or without it the answers are the same.
 *
 * <p>What is kept of a therapist or a room counts as long as it is asked for with the very same object.
 */
public final class Standing {

    private final Practice practice;
    private final Session session;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final Timeline timeline;
    private final Days days;
    private final Map<TherapistId, Kept<Candidate>> therapists;
    private final Map<RoomId, Kept<TreatmentRoom>> rooms;
    private final Set<?> exceptions;

    /**
     * @param practice whose zone, state and policy count; its rooms do not
     * @param session whose length and weight count
     */
    public Standing(Practice practice, StartRule.Grid grid, Session session, LocalDate firstDay, LocalDate lastDay) {
        this.practice = practice;
        this.session = session;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.days = Days.about(practice.zone(), firstDay, lastDay);
        this.timeline = Timeline.of(days, firstDay, lastDay, grid.every());
        this.therapists = new ConcurrentHashMap<>();
        this.rooms = new ConcurrentHashMap<>();
        this.exceptions = Set.of();
    }

    private Standing(Standing same, Set<?> exceptions) {
        this.practice = same.practice;
        this.session = same.session;
        this.firstDay = same.firstDay;
        this.lastDay = same.lastDay;
        this.days = same.days;
        this.timeline = same.timeline;
        this.therapists = same.therapists;
        this.rooms = same.rooms;
        this.exceptions = exceptions;
    }

    /** The same for a question that knows something else of some than others do: of these nothing is kept. */
    public Standing except(Set<@Nullable TherapistId> some, Set<@Nullable RoomId> these) {
        var all = new HashSet<Object>(some);
        all.addAll(these);
        return new Standing(this, all);
    }

    /** @param until from then on it must be found anew */
    private record Kept<T>(T of, BitSet starts, Instant until) {

        @SuppressWarnings("ReferenceEquality") // comparing all that it knows would cost more than it spares
        boolean counts(T asked, Instant now) {
            return of == asked && now.isBefore(until);
        }
    }

    /** Whether it knows the days that the situation asks about. */
    boolean covers(Situation situation) {
        return covers(situation.firstDay(), situation.lastDay())
                && situation.session().length().equals(session.length())
                && situation.session().weight() == session.weight();
    }

    public boolean covers(LocalDate first, LocalDate last) {
        return !first.isBefore(firstDay) && !last.isAfter(lastDay);
    }

    /** The starts of the part of the timeline that no rule about the therapist refuses. */
    BitSet starts(Candidate candidate, Instant now, Timeline part) {
        if (exceptions.contains(candidate.therapist())) {
            return found(candidate, now, part);
        }
        var kept = therapists.get(candidate.therapist());
        if (kept == null || !kept.counts(candidate, now)) {
            kept = new Kept<>(candidate, found(candidate, now, timeline), changes(candidate, now));
            therapists.put(candidate.therapist(), kept);
        }
        return cut(kept.starts, part);
    }

    private BitSet found(Candidate candidate, Instant now, Timeline on) {
        var mask = Mask.forGrid(on);
        new TherapistRules(practice, session, now, days).tell(candidate, mask);
        return mask.left();
    }

    /** The starts of the part of the timeline at which the room can be had. */
    BitSet starts(TreatmentRoom room, Timeline part) {
        if (exceptions.contains(room.id())) {
            return RoomPlan.free(room, practice, session, part);
        }
        var kept = rooms.get(room.id());
        if (kept == null || !kept.counts(room, Instant.MIN)) {
            kept = new Kept<>(room, RoomPlan.free(room, practice, session, timeline), Instant.MAX);
            rooms.put(room.id(), kept);
        }
        return cut(kept.starts, part);
    }

    private BitSet cut(BitSet all, Timeline part) {
        if (part.size() == 0) {
            return new BitSet();
        }
        int from = timeline.indexOf(part.at(0));
        return all.get(from, from + part.size());
    }

    /** When a look at a register or a calendar becomes too old. */
    private static Instant changes(Candidate candidate, Instant now) {
        return Stream.concat(
                        candidate.credentials().stream().map(Credential::goodUntil),
                        candidate.calendars().stream().map(ForeignCalendar::staleAt))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
