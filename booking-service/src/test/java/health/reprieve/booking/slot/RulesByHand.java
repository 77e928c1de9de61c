package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** The rules once more, as slowly and plainly as can be: minute by minute, by the clock on the wall. */
final class RulesByHand {

    private final Situation situation;

    RulesByHand(Situation situation) {
        this.situation = situation;
    }

    /** "Offered", or the name of the first rule that is broken. */
    String answer(Instant start, TherapistId therapist) {
        var candidate = situation.candidates().stream()
                .filter(c -> c.therapist().equals(therapist))
                .findFirst()
                .orElseThrow();
        var policy = situation.policy();
        var visit = minutes(start, situation.length());
        if (start.atZone(situation.zone()).getMinute() % policy.grid().toMinutes() != 0) {
            return "OffGrid";
        }
        if (Duration.between(situation.now(), start).compareTo(policy.notice()) < 0) {
            return "TooSoon";
        }
        if (!day(start).isBefore(day(situation.now()).plusDays(policy.horizonDays()))) {
            return "TooFar";
        }
        if (!inWindow(day(start)) || !visit.stream().allMatch(minute -> isWorked(candidate, day(start), minute))) {
            return "OutsideHours";
        }
        if (!visit.stream().allMatch(minute -> isIn(candidate.mayPractise(), minute))) {
            return "NoRightToPractise";
        }
        if (minutes(start, situation.length().plus(policy.rest())).stream()
                .anyMatch(minute -> isIn(candidate.busy(), minute))) {
            return "TherapistBusy";
        }
        if (visit.stream().anyMatch(minute -> isIn(situation.patientBusy(), minute))) {
            return "PatientBusy";
        }
        var needed = minutes(start, situation.length().plus(policy.turnover()));
        return situation.rooms().stream()
                        .anyMatch(room -> needed.stream().noneMatch(minute -> isIn(room.busy(), minute)))
                ? "Offered"
                : "NoRoom";
    }

    private boolean inWindow(LocalDate day) {
        return !day.isBefore(situation.firstDay()) && !day.isAfter(situation.lastDay());
    }

    private boolean isWorked(Candidate candidate, LocalDate day, Instant minute) {
        var shown = minute.atZone(situation.zone());
        var hours = candidate
                .hours()
                .exceptions()
                .getOrDefault(day, candidate.hours().weekly().getOrDefault(day.getDayOfWeek(), List.of()));
        return shown.toLocalDate().equals(day)
                && hours.stream()
                        .anyMatch(h -> !shown.toLocalTime().isBefore(h.from())
                                && (h.until().equals(LocalTime.MIDNIGHT)
                                        || shown.toLocalTime().isBefore(h.until())));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(situation.zone()).toLocalDate();
    }

    private static List<Instant> minutes(Instant start, Duration length) {
        return Stream.iterate(start, minute -> minute.plusSeconds(60))
                .limit(length.toMinutes())
                .toList();
    }

    private static boolean isIn(List<TimeRange> spans, Instant minute) {
        return spans.stream().anyMatch(span -> span.contains(minute));
    }
}
