package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules once more, as slowly and plainly as can be: one after the other, minute by minute where spans add up. */
final class RulesByHand {

    private final Situation situation;
    private final Practice practice;
    private final Policy policy;
    private final Session session;
    private final Map<List<Object>, Boolean> inHours = new HashMap<>();
    private final Map<List<Object>, Boolean> gaps = new HashMap<>();

    RulesByHand(Situation situation) {
        this.situation = situation;
        this.practice = situation.practice();
        this.policy = practice.policy();
        this.session = situation.session();
    }

    /** "offered", or the code of the first rule that is broken. */
    String answer(Instant start, TherapistId therapist) {
        var candidate = situation.candidates().stream()
                .filter(c -> c.therapist().equals(therapist))
                .findFirst()
                .orElseThrow();
        var visit = TimeRange.startingAt(start, session.length());
        if (!session.lengths().isEmpty() && !session.lengths().contains(session.length())) {
            return "length-not-offered";
        }
        return switch (policy.starts()) {
            case StartRule.Grid grid ->
                onGrid(start, grid.every()) ? firstBroken(candidate, visit, "offered") : "off-grid";
            case StartRule.Packed packed ->
                firstBroken(candidate, visit, isPacked(candidate, start, packed) ? "offered" : "off-grid");
        };
    }

    private String firstBroken(Candidate candidate, TimeRange visit, String otherwise) {
        return Stream.<Function<TimeRange, String>>of(
                        this::notice,
                        this::horizon,
                        at -> gapRule(candidate, at),
                        at -> candidate.limits().stream().anyMatch(limit -> isBeyond(limit, candidate.visits(), at))
                                ? "limit-reached"
                                : "",
                        this::patient,
                        at -> otherwise.equals("off-grid") ? otherwise : "",
                        at -> hasRoom(at) ? "" : "no-room")
                .map(rule -> rule.apply(visit))
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse(otherwise);
    }

    private boolean onGrid(Instant start, Duration every) {
        return start.atZone(practice.zone()).toLocalTime().toSecondOfDay() % every.toSeconds() == 0;
    }

    private String notice(TimeRange visit) {
        return Duration.between(situation.now(), visit.start()).compareTo(policy.notice()) < 0 ? "too-soon" : "";
    }

    private String horizon(TimeRange visit) {
        var today = day(situation.now());
        var last =
                switch (policy.horizon()) {
                    case Horizon.Unlimited unlimited -> LocalDate.MAX;
                    case Horizon.DaysAhead ahead -> today.plusDays(ahead.days());
                    case Horizon.BusinessDaysAhead ahead ->
                        Stream.concat(
                                        Stream.of(today),
                                        today.plusDays(1)
                                                .datesUntil(today.plusDays(100))
                                                .filter(date ->
                                                        date.getDayOfWeek().getValue() <= 5))
                                .skip(ahead.days())
                                .findFirst()
                                .orElseThrow();
                    case Horizon.Until until -> until.lastDay();
                };
        return day(visit.start()).isAfter(last) ? "too-far" : "";
    }

    /** The first of the rules at whose ends packed starts begin. */
    private String gapRule(Candidate candidate, TimeRange visit) {
        if (practice.closures().stream().anyMatch(closure -> closure.time().overlaps(visit))) {
            return "clinic-closed";
        }
        if (!all(visit, minute -> isIn(practice.opening(), practice.zone(), minute))) {
            return "outside-opening";
        }
        if (!all(visit, minute -> candidate.hours().stream().anyMatch(stay -> isIn(stay, minute)))) {
            return "outside-hours";
        }
        if (candidate.off().stream().anyMatch(visit::overlaps)) {
            return "time-off";
        }
        if (!all(
                visit,
                minute -> candidate.credentials().stream().anyMatch(credential -> permits(credential, minute)))) {
            return "no-right-to-practise";
        }
        for (var calendar : candidate.calendars()) {
            if (!situation.now().isBefore(calendar.readAt().plus(Duration.ofDays(1)))) {
                return "calendar-unknown";
            }
            if (calendar.busy().stream().anyMatch(visit::overlaps)) {
                return "busy-elsewhere";
            }
        }
        return candidate.visits().stream().anyMatch(other -> collide(visit, policy.rest(), other.time(), other.rest()))
                ? "therapist-busy"
                : "";
    }

    private boolean isIn(Stay stay, Instant minute) {
        var date = minute.atZone(stay.zone()).toLocalDate();
        return !date.isBefore(stay.firstDay())
                && !date.isAfter(stay.lastDay())
                && isIn(stay.hours(), stay.zone(), minute);
    }

    private boolean isIn(WorkingHours hours, ZoneId zone, Instant minute) {
        return inHours.computeIfAbsent(List.of(System.identityHashCode(hours), zone, minute), first -> {
            var shown = minute.atZone(zone);
            var date = shown.toLocalDate();
            return hours
                    .exceptions()
                    .getOrDefault(date, hours.weekly().getOrDefault(date.getDayOfWeek(), List.of()))
                    .stream()
                    .anyMatch(h -> !shown.toLocalTime().isBefore(h.from())
                            && (h.until().equals(LocalTime.MIDNIGHT)
                                    || shown.toLocalTime().isBefore(h.until())));
        });
    }

    private boolean permits(Credential credential, Instant minute) {
        return credential.state().equals(practice.state())
                && situation.now().isBefore(credential.goodUntil())
                && credential.spans().stream().anyMatch(span -> span.contains(minute));
    }

    private static boolean collide(TimeRange one, Margin ofOne, TimeRange other, Margin ofOther) {
        return one.start().isBefore(other.end().plus(larger(ofOther.after(), ofOne.before())))
                && other.start().isBefore(one.end().plus(larger(ofOne.after(), ofOther.before())));
    }

    private static Duration larger(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean isPacked(Candidate candidate, Instant start, StartRule.Packed packed) {
        var step = packed.every()
                .orElse(session.length()
                        .plus(larger(
                                larger(policy.rest().before(), policy.rest().after()),
                                larger(
                                        policy.turnover().before(),
                                        policy.turnover().after()))));
        var minute = start;
        while (day(minute.minusSeconds(60)).equals(day(start)) && isGap(candidate, minute.minusSeconds(60))) {
            minute = minute.minusSeconds(60);
        }
        return isGap(candidate, start) && Duration.between(minute, start).toMinutes() % step.toMinutes() == 0;
    }

    private boolean isGap(Candidate candidate, Instant start) {
        return gaps.computeIfAbsent(
                List.of(candidate.therapist(), start),
                first -> gapRule(candidate, TimeRange.startingAt(start, session.length()))
                        .isEmpty());
    }

    private boolean isBeyond(Limit limit, List<Visit> visits, TimeRange added) {
        return switch (limit) {
            case Limit.VisitsPerDay day -> of(visits, added, this::day).count() + 1 > day.most();
            case Limit.VisitsPerWeek week -> of(visits, added, this::week).count() + 1 > week.most();
            case Limit.HandsOnPerDay day -> isMore(of(visits, added, this::day), day.most());
            case Limit.HandsOnPerWeek week -> isMore(of(visits, added, this::week), week.most());
            case Limit.HandsOnInARun run -> isMore(runAbout(visits, added, run.pause()), run.most());
        };
    }

    private static Stream<Visit> of(List<Visit> visits, TimeRange added, Function<Instant, LocalDate> stretch) {
        return visits.stream()
                .filter(visit -> stretch.apply(visit.time().start()).equals(stretch.apply(added.start())));
    }

    private boolean isMore(Stream<Visit> standing, Duration most) {
        return standing.map(Visit::effort)
                        .reduce(session.effort(), Duration::plus)
                        .compareTo(most)
                > 0;
    }

    /** Whatever the new session is joined to by gaps shorter than the pause. */
    private static Stream<Visit> runAbout(List<Visit> visits, TimeRange added, Duration pause) {
        var run = new ArrayList<Visit>();
        var left = new ArrayList<>(visits);
        var reached = new ArrayList<>(List.of(added));
        for (boolean grows = true; grows; ) {
            var near = left.stream()
                    .filter(visit -> reached.stream()
                            .anyMatch(span -> collide(span, Margin.after(pause), visit.time(), Margin.after(pause))))
                    .toList();
            grows = !near.isEmpty();
            run.addAll(near);
            near.forEach(left::remove);
            near.forEach(visit -> reached.add(visit.time()));
        }
        return run.stream();
    }

    private String patient(TimeRange visit) {
        var patient = situation.patient();
        if (patient.busy().stream().anyMatch(visit::overlaps)) {
            return "patient-busy";
        }
        if (patient.blackouts().stream().anyMatch(blackout -> blackout.time().overlaps(visit))) {
            return "blacked-out";
        }
        if (patient.regionLimits().stream()
                .anyMatch(limit -> limit.time().overlaps(visit)
                        && session.pressure().entrySet().stream()
                                .anyMatch(worked -> worked.getValue() > limit.maxPressure()
                                        && (limit.region().equals(Region.ALL)
                                                || limit.region().equals(worked.getKey()))))) {
            return "too-much-pressure";
        }
        return patient.treatments().stream()
                        .anyMatch(other -> Duration.between(other.start(), visit.start())
                                        .abs()
                                        .compareTo(other.spacing())
                                < 0)
                ? "too-close-together"
                : "";
    }

    private boolean hasRoom(TimeRange visit) {
        return practice.rooms().stream()
                .filter(room -> room.equipment().containsAll(session.needs()))
                .anyMatch(room -> isFree(room, visit, policy.turnover(), null) || canBeLeft(room, visit));
    }

    /** One visit may change rooms, if it is the only one in the way and finds as good a room. */
    private boolean canBeLeft(TreatmentRoom room, TimeRange visit) {
        return room.uses().stream()
                .filter(TreatmentRoom.Use::movable)
                .filter(use -> isFree(room, visit, policy.turnover(), use))
                .anyMatch(use -> practice.rooms().stream()
                        .anyMatch(other -> !other.id().equals(room.id())
                                && other.equipment().containsAll(use.needs())
                                && isFree(other, use.time(), use.turnover(), null)));
    }

    private static boolean isFree(
            TreatmentRoom room, TimeRange visit, Margin turnover, TreatmentRoom.@Nullable Use without) {
        return room.outOfUse().stream().noneMatch(visit::overlaps)
                && room.uses().stream()
                        .filter(use -> !use.equals(without))
                        .noneMatch(use -> collide(visit, turnover, use.time(), use.turnover()));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(practice.zone()).toLocalDate();
    }

    private LocalDate week(Instant instant) {
        return day(instant).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static boolean all(TimeRange visit, Predicate<Instant> holds) {
        return Stream.iterate(visit.start(), minute -> minute.isBefore(visit.end()), minute -> minute.plusSeconds(60))
                .allMatch(holds);
    }
}
