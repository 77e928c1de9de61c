package health.reprieve.booking.waitlist;

import health.reprieve.booking.slot.LocalInstant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long somebody may think about an offer. At night, by the clinic's clock, the time stands still: nobody is asked then,
 * and nothing runs out.
 *
 * @param length how long, if nothing shortens it
 * @param least how short it may become before it is not worth asking
 * @param nightFrom when nights begin
 * @param nightUntil when they end; the same as the beginning: there are none
 */
record AnswerTime(Duration length, Duration least, LocalTime nightFrom, LocalTime nightUntil) {

    boolean isNight(Instant now, ZoneId zone) {
        var clock = now.atZone(zone).toLocalTime();
        return nightFrom.isAfter(nightUntil)
                ? !clock.isBefore(nightFrom) || clock.isBefore(nightUntil)
                : !clock.isBefore(nightFrom) && clock.isBefore(nightUntil);
    }

    /**
     * Until when an offer can be answered.
     *
     * @param madeAt by day
     * @param latest when it must have been answered, since the time can be booked no later
     * @return empty when that leaves too little time
     */
    Optional<Instant> until(Instant madeAt, Instant latest, ZoneId zone) {
        var full = awake(madeAt, length, zone);
        var end = full.isAfter(latest) ? byDay(latest, zone) : full;
        return end.isBefore(awake(madeAt, least, zone)) ? Optional.empty() : Optional.of(end);
    }

    /** When so much time by day has passed. */
    private Instant awake(Instant from, Duration time, ZoneId zone) {
        var at = isNight(from, zone) ? nextMorning(from, zone) : from;
        var left = time;
        for (var evening = nextEvening(at, zone); at.plus(left).isAfter(evening); evening = nextEvening(at, zone)) {
            left = left.minus(Duration.between(at, evening));
            at = nextMorning(evening, zone);
        }
        return at.plus(left);
    }

    /** The instant itself or, at night, when that night began. */
    private Instant byDay(Instant instant, ZoneId zone) {
        if (!isNight(instant, zone)) {
            return instant;
        }
        var date = instant.atZone(zone).toLocalDate();
        var tonight = at(date, nightFrom, zone);
        return tonight.isAfter(instant) ? at(date.minusDays(1), nightFrom, zone) : tonight;
    }

    private Instant nextEvening(Instant after, ZoneId zone) {
        if (nightFrom.equals(nightUntil)) {
            return Instant.MAX;
        }
        return next(after, nightFrom, zone);
    }

    private Instant nextMorning(Instant after, ZoneId zone) {
        return next(after, nightUntil, zone);
    }

    private static Instant next(Instant after, LocalTime time, ZoneId zone) {
        var date = after.atZone(zone).toLocalDate();
        var today = at(date, time, zone);
        return today.isAfter(after) ? today : at(date.plusDays(1), time, zone);
    }

    /** What clocks leave out is when they go forward; of what they show twice it is the first. */
    private static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        return switch (LocalInstant.of(date.atTime(time), zone)) {
            case LocalInstant.Once once -> once.instant();
            case LocalInstant.Never never -> never.jumpsTo().atZone(zone).toInstant();
            case LocalInstant.Twice twice -> date.atTime(time).toInstant(first(twice));
        };
    }

    private static ZoneOffset first(LocalInstant.Twice twice) {
        return twice.offsets().getFirst();
    }
}
