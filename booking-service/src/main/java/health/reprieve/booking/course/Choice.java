package health.reprieve.booking.course;

import health.reprieve.access.TherapistId;
import java.time.Instant;
import java.util.Comparator;

/** One visit's start, and who treats. */
public record Choice(Instant start, TherapistId therapist) {

    static final Comparator<Choice> IN_TIME =
            Comparator.comparing(Choice::start).thenComparing(choice -> choice.therapist.value());
}
