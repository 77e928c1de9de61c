package health.reprieve.booking.waitlist;

import health.reprieve.booking.slot.Offer;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which of a clinic's free times suit somebody who waits, at one moment.
 *
 * @param notice how long before its start a time can be booked at the latest
 * @param zone the clinic's
 */
record Matching(AnswerTime answers, Duration notice, ZoneId zone, Instant now) {

    boolean suits(Waiting waiting, Offer free) {
        return isWished(waiting.wish(), free)
                && isNew(waiting, free.time())
                && answerableUntil(free.time()).isPresent();
    }

    /** Until when an offer of the time could be answered; empty when it is not worth asking. */
    Optional<Instant> answerableUntil(TimeRange time) {
        return answers.until(now, time.start().minus(notice), zone);
    }

    private boolean isWished(WaitWish wish, Offer free) {
        var start = free.time().start().atZone(zone);
        var date = start.toLocalDate();
        return wish.days().contains(date.getDayOfWeek())
                && wish.parts().contains(PartOfDay.of(start.toLocalTime()))
                && !date.isBefore(wish.firstDay())
                && !date.isAfter(wish.lastDay())
                && (wish.therapists().isEmpty() || wish.therapists().contains(free.therapist()));
    }

    /** A quarter of an hour later, or with somebody else, it would be the same question again. */
    private static boolean isNew(Waiting waiting, TimeRange time) {
        return waiting.notTaken().stream().noneMatch(time::overlaps);
    }
}
