package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A situation made ready to be asked: its starts, and which of them the rules leave. */
final class Reading {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Situation situation;
    private final Days days;
    private final Timeline timeline;
    private final CommonRules common;
    private final TherapistRules therapists;
    private final RoomPlan rooms;
    private final Mask everybodys;
    private final @Nullable Standing standing;

    Reading(Situation situation) {
        this(situation, null);
    }

    /** @param known what was found for earlier questions; null, or about other days: nothing */
    Reading(Situation situation, @Nullable Standing known) {
        this.situation = situation;
        var practice = situation.practice();
        days = Days.about(practice.zone(), situation.firstDay(), situation.lastDay());
        timeline = switch (practice.policy().starts()) {
            case StartRule.Grid grid -> starts(grid.every());
            case StartRule.Packed packed -> starts(MINUTE);
        };
        common = new CommonRules(situation, days);
        therapists = new TherapistRules(practice, situation.session(), situation.now(), days);
        standing = practice.policy().starts() instanceof StartRule.Grid && known != null && known.covers(situation)
                ? known
                : null;
        rooms = new RoomPlan(practice, situation.session(), timeline, standing);
        everybodys = emptyMask();
        common.tell(everybodys);
    }

    private Timeline starts(Duration every) {
        return Timeline.of(days, situation.firstDay(), situation.lastDay(), every);
    }

    Timeline timeline() {
        return timeline;
    }

    TimeRange time(int start) {
        return TimeRange.startingAt(timeline.instant(start), situation.session().length());
    }

    /** The room for a session that starts then. */
    Optional<RoomPlan.Place> room(int start) {
        return rooms.at(start);
    }

    /** Whether that very room can be had. */
    boolean isFree(RoomId room, int start) {
        return rooms.isFree(room, start);
    }

    /** What a therapist who can begin then can offer; empty when no room can be had. */
    Optional<Offer> offer(int start, TherapistId therapist) {
        return room(start).map(place -> new Offer(time(start), therapist, place.room(), place.swap()));
    }

    /** The starts that only a room may still be missing for. */
    BitSet starts(Candidate candidate) {
        if (standing != null) {
            var starts = standing.starts(candidate, situation.now(), timeline);
            starts.and(everybodys.left());
            return starts;
        }
        var mask = everybodys.copy();
        therapists.tell(candidate, mask);
        return found(mask);
    }

    /** The starts about which somebody might ask why they are not offered. */
    BitSet questions(Candidate candidate) {
        var starts = emptyMask();
        if (situation.practice().policy().starts() instanceof StartRule.Packed) {
            tell(candidate, new OnlyHours(starts));
        }
        var all = found(starts);
        all.or(starts(candidate));
        return all;
    }

    /** Every reason against one start; none: only a room may be missing. */
    List<Refusal> reasons(Candidate candidate, Instant start) {
        var reasons = new ArrayList<Refusal>();
        long second = start.getEpochSecond();
        tell(candidate, (from, until, why) -> {
            if (from <= second && second < until) {
                reasons.add(why);
            }
        });
        return reasons;
    }

    /** Tells all that speaks against any start with the candidate, but for rooms. */
    void tell(Candidate candidate, Bans bans) {
        common.tell(bans);
        therapists.tell(candidate, bans);
    }

    private Mask emptyMask() {
        return switch (situation.practice().policy().starts()) {
            case StartRule.Grid grid -> Mask.forGrid(timeline);
            case StartRule.Packed packed -> Mask.forPacking(timeline);
        };
    }

    private BitSet found(Mask mask) {
        return switch (situation.practice().policy().starts()) {
            case StartRule.Grid grid -> mask.left();
            case StartRule.Packed packed -> mask.packed(days, packed.every().orElseGet(this::sessionAndGap));
        };
    }

    private Duration sessionAndGap() {
        var policy = situation.practice().policy();
        var gap = List.of(
                        policy.rest().before(),
                        policy.rest().after(),
                        policy.turnover().before(),
                        policy.turnover().after())
                .stream()
                .max(Duration::compareTo)
                .orElseThrow();
        return situation.session().length().plus(gap);
    }

    Optional<Candidate> candidate(TherapistId therapist) {
        return situation.candidates().stream()
                .filter(candidate -> candidate.therapist().equals(therapist))
                .findFirst();
    }

    /** Hears hours alone: what a day would hold if nothing else were the matter. */
    private record OnlyHours(Bans bans) implements Bans {

        @Override
        public void ban(long from, long until, Refusal why) {
            if (why.rule() == Rule.WORKING_HOURS || why.rule() == Rule.OPENING_HOURS) {
                bans.ban(from, until, why);
            }
        }
    }
}
