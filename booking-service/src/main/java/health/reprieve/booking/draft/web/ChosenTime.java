package health.reprieve.booking.draft.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.slot.Offer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time with a therapist, as the value of the button that chooses it. */
record ChosenTime(TherapistId therapist, Instant start) {

    private static final char BETWEEN = '@';

    static ChosenTime of(Offer offer) {
        return new ChosenTime(offer.therapist(), offer.time().start());
    }

    /** Empty when the text is none of ours. */
    static Optional<ChosenTime> parse(@Nullable String text) {
        int between = text == null ? -1 : text.indexOf(BETWEEN);
        if (text == null || between < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChosenTime(
                    TherapistId.of(text.substring(0, between)),
                    OffsetDateTime.parse(text.substring(between + 1)).toInstant()));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    String text() {
        return therapist.toString() + BETWEEN + start;
    }
}
