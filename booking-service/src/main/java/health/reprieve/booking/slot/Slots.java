package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine. Whatever lists, checks or plans times asks it, so that all of them agree. */
public final class Slots {

    private static final Comparator<Offer> BY_START_THEN_THERAPIST = Comparator.comparing(Offer::time)
            .thenComparing(offer -> offer.therapist().value());

    private Slots() {}

    /** Every start in the days in question that can be had, in order of time. */
    public static List<Offer> offers(Situation situation) {
        var offers = new ArrayList<Offer>();
        var rooms = new HashMap<Instant, Optional<RoomId>>();
        for (var candidate : situation.candidates()) {
            for (var free : free(situation, candidate)) {
                addStarts(situation, candidate.therapist(), free, rooms, offers);
            }
        }
        offers.sort(BY_START_THEN_THERAPIST);
        return offers;
    }

    /** Whether one start with one therapist can be had, and if not, why. */
    public static Verdict check(Situation situation, Instant start, TherapistId therapist) {
        var time = TimeRange.startingAt(start, situation.length());
        var candidate = situation.candidates().stream()
                .filter(c -> c.therapist().equals(therapist))
                .findFirst();
        var refusal = candidate
                .map(c -> brokenRule(situation, c, time))
                .orElseGet(() -> Optional.of(new Refusal.UnknownTherapist()));
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        return freeRoom(situation, time)
                .<Verdict>map(room -> new Verdict.Offered(new Offer(time, therapist, room)))
                .orElseGet(() -> new Verdict.Refused(new Refusal.NoRoom()));
    }

    private static Optional<Refusal> brokenRule(Situation situation, Candidate candidate, TimeRange time) {
        if (!time.start().equals(onGrid(situation, time.start()))) {
            return Optional.of(new Refusal.OffGrid());
        }
        if (time.start().isBefore(situation.earliestStart())) {
            return Optional.of(new Refusal.TooSoon(situation.earliestStart()));
        }
        if (!time.start().isBefore(situation.horizon())) {
            return Optional.of(new Refusal.TooFar(situation.horizon()));
        }
        if (!Spans.oneContains(worked(situation, candidate, time), time)) {
            return Optional.of(new Refusal.OutsideHours());
        }
        if (!Spans.oneContains(candidate.mayPractise(), time)) {
            return Optional.of(new Refusal.NoRightToPractise());
        }
        if (Spans.anyOverlaps(candidate.busy(), with(time, situation.policy().rest()))) {
            return Optional.of(new Refusal.TherapistBusy());
        }
        if (Spans.anyOverlaps(situation.patientBusy(), time)) {
            return Optional.of(new Refusal.PatientBusy());
        }
        return Optional.empty();
    }

    private static List<TimeRange> worked(Situation situation, Candidate candidate, TimeRange time) {
        var day = time.start().atZone(situation.zone()).toLocalDate();
        return day.isBefore(situation.firstDay()) || day.isAfter(situation.lastDay())
                ? List.of()
                : candidate.hours().on(day, situation.zone());
    }

    /** Where a treatment may lie as far as the therapist and the patient are concerned; rooms are looked at per start. */
    private static List<TimeRange> free(Situation situation, Candidate candidate) {
        var open = new ArrayList<TimeRange>();
        for (LocalDate day = situation.firstDay(); !day.isAfter(situation.lastDay()); day = day.plusDays(1)) {
            open.addAll(candidate.hours().on(day, situation.zone()));
        }
        var permitted = Spans.overlap(open, candidate.mayPractise());
        var rested = Spans.without(
                permitted,
                Spans.joined(
                        Spans.begunEarlier(candidate.busy(), situation.policy().rest())));
        return Spans.without(rested, situation.patientBusy());
    }

    /** @param rooms the room that was found for each start: whoever treats, it is the same */
    private static void addStarts(
            Situation situation,
            TherapistId therapist,
            TimeRange free,
            Map<Instant, Optional<RoomId>> rooms,
            List<Offer> offers) {
        var grid = situation.policy().grid();
        var start = onGrid(situation, Spans.later(free.start(), situation.earliestStart()));
        var lastStart = free.end().minus(situation.length());
        while (!start.isAfter(lastStart) && start.isBefore(situation.horizon())) {
            var time = TimeRange.startingAt(start, situation.length());
            rooms.computeIfAbsent(start, first -> freeRoom(situation, time))
                    .ifPresent(room -> offers.add(new Offer(time, therapist, room)));
            start = onGrid(situation, start.plus(grid));
        }
    }

    private static Optional<RoomId> freeRoom(Situation situation, TimeRange time) {
        var needed = with(time, situation.policy().turnover());
        return situation.rooms().stream()
                .filter(use -> !Spans.anyOverlaps(use.busy(), needed))
                .map(RoomUse::room)
                .findFirst();
    }

    private static TimeRange with(TimeRange time, Duration afterwards) {
        return new TimeRange(time.start(), time.end().plus(afterwards));
    }

    /** The first instant, not before the given one, whose wall-clock minute lies on the grid. */
    private static Instant onGrid(Situation situation, Instant instant) {
        var whole = instant.truncatedTo(ChronoUnit.SECONDS);
        if (whole.isBefore(instant)) {
            return onGrid(situation, whole.plusSeconds(1));
        }
        var rules = situation.zone().getRules();
        var offset = rules.getOffset(instant);
        long step = situation.policy().grid().toSeconds();
        long missing = Math.floorMod(-(instant.getEpochSecond() + offset.getTotalSeconds()), step);
        var aligned = instant.plusSeconds(missing);
        // some clocks change by half an hour, which moves a coarse grid
        return rules.getOffset(aligned).equals(offset) ? aligned : onGrid(situation, aligned);
    }
}
