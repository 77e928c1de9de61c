package health.reprieve.booking.waitlist.web;

import health.reprieve.booking.waitlist.OfferDesk;
import health.reprieve.booking.waitlist.OfferMade.Outcome;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.part.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offered time, as its patient sees it.
 *
 * @param until when the time is somebody else's turn
 * @param untilWords the same in words
 * @param counted whether that is so soon that minutes are worth counting
 * @param over message key of what became of it; empty while it can be answered
 * @param waits whether they are on the list still, though it is over
 * @param visit where the visit is that it has become; null unless it was accepted
 */
record OfferPage(
        UUID id,
        String when,
        List<Answer> facts,
        Instant until,
        String untilWords,
        boolean counted,
        String over,
        boolean waits,
        @Nullable String visit) {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    static OfferPage of(OfferDesk.Asked asked, String therapist, Instant now, Locale language) {
        var offer = asked.offer();
        var clinic = asked.clinic();
        var wall = WallTime.in(clinic.zone(), language);
        var time = offer.time();
        return new OfferPage(
                offer.id().value(),
                wall.moment(time.start()),
                List.of(
                        Answer.of("visits.when", wall.date(time.start()), wall.times(time) + ", " + wall.zone()),
                        Answer.of("visits.where", clinic.name(), clinic.address()),
                        Answer.of("visits.who", therapist),
                        Answer.of("visits.length", Text.plain(wall.length(time.length())))),
                offer.expiresAt(),
                wall.moment(offer.expiresAt()),
                Duration.between(now, offer.expiresAt()).compareTo(AN_HOUR) <= 0,
                over(asked, now),
                !(offer.outcome() instanceof Outcome.Accepted)
                        && asked.waiting().isLive(),
                offer.outcome() instanceof Outcome.Accepted accepted ? "/visits/" + accepted.visit() : null);
    }

    private static String over(OfferDesk.Asked asked, Instant now) {
        return switch (asked.offer().outcome()) {
            case Outcome.Open open -> asked.offer().isOverdue(now) ? "waiting.over.expired" : "";
            case Outcome.Accepted accepted -> "waiting.over.accepted";
            case Outcome.Declined declined -> "waiting.over.declined";
            case Outcome.Expired expired -> "waiting.over.expired";
            case Outcome.Withdrawn withdrawn -> "waiting.over.withdrawn";
        };
    }
}
