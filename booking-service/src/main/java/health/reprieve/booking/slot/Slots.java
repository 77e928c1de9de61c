package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine. Whatever lists, checks, plans or moves times asks it, so that all of them agree. */
public final class Slots {

    private Slots() {}

    /** The times that can be had. */
    public static FreeTimes free(Situation situation) {
        return FreeTimes.of(situation, new Reading(situation));
    }

    /** The same times, with less work: what was found for earlier questions is kept and taken from there. */
    public static FreeTimes free(Situation situation, Standing known) {
        return FreeTimes.of(situation, new Reading(situation, known));
    }

    /**
     * Whether one start with one therapist can be had, and if not, every reason why.
     *
     * @param situation that knows of the day of the start, whichever days it asks about
     */
    public static Verdict check(Situation situation, Instant start, TherapistId therapist) {
        var day = start.atZone(situation.practice().zone()).toLocalDate();
        var reading = new Reading(situation.on(day, day));
        return reading.candidate(therapist)
                .map(candidate -> check(reading, candidate, reading.starts(candidate), start))
                .orElseGet(() -> new Verdict.Refused(start, therapist, List.of(new Refusal.UnknownTherapist())));
    }

    /**
     * Whether one room suits the session and is free for it, whoever treats.
     *
     * @param situation that knows of the day of the start, whichever days it asks about
     */
    public static boolean isFree(Situation situation, Instant start, RoomId room) {
        var day = start.atZone(situation.practice().zone()).toLocalDate();
        var reading = new Reading(situation.on(day, day));
        int index = reading.timeline().find(start);
        return index >= 0 && reading.isFree(room, index);
    }

    /**
     * Which limit of a therapist's load one session more would go beyond, by the same rule as everywhere.
     *
     * @param standing what they have in the weeks of that day, in any order
     * @param zone in which the clinic counts days and weeks
     */
    public static Optional<Refusal.LimitReached> limitReached(
            List<Limit> limits, List<Visit> standing, Session session, Instant start, ZoneId zone) {
        var day = start.atZone(zone).toLocalDate();
        var reached = new ArrayList<Limit>();
        long second = start.getEpochSecond();
        new LimitRules(session, Days.about(zone, day, day))
                .tell(limits, Visit.inOrder(standing), (from, until, why) -> {
                    if (from <= second && second < until && why instanceof Refusal.LimitReached over) {
                        reached.add(over.limit());
                    }
                });
        return reached.stream().findFirst().map(Refusal.LimitReached::new);
    }

    /** The word on every start of every candidate, therapist by therapist: what is offered and what is not are the whole. */
    public static Stream<Verdict> explain(Situation situation) {
        var reading = new Reading(situation);
        return situation.candidates().stream().flatMap(candidate -> explain(reading, candidate));
    }

    private static Stream<Verdict> explain(Reading reading, Candidate candidate) {
        var left = reading.starts(candidate);
        return reading.questions(candidate).stream()
                .mapToObj(start ->
                        check(reading, candidate, left, reading.timeline().instant(start)));
    }

    /** @param left the candidate's starts that only a room may be missing for */
    private static Verdict check(Reading reading, Candidate candidate, BitSet left, Instant start) {
        int index = reading.timeline().find(start);
        if (index >= 0 && left.get(index)) {
            return reading.offer(index, candidate.therapist())
                    .<Verdict>map(Verdict.Offered::new)
                    .orElseGet(() -> new Verdict.Refused(start, candidate.therapist(), List.of(new Refusal.NoRoom())));
        }
        return new Verdict.Refused(start, candidate.therapist(), reasons(reading, candidate, index, start));
    }

    private static List<Refusal> reasons(Reading reading, Candidate candidate, int index, Instant start) {
        var reasons = new ArrayList<>(reading.reasons(candidate, start));
        if (index < 0 || reasons.isEmpty()) {
            reasons.add(new Refusal.OffGrid());
        }
        if (index >= 0 && reading.room(index).isEmpty()) {
            reasons.add(new Refusal.NoRoom());
        }
        return reasons;
    }
}
