package health.reprieve.therapist.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of one therapist.
 *
 * @param zone the one whose clock hangs on the therapist's wall
 * @param visits by start, cancelled ones too
 * @param nextWorkingDay null where none is in sight
 * @param asOf when this was read
 */
public record OwnDay(
        LocalDate day,
        ZoneId zone,
        List<Visit> visits,
        @Nullable LocalDate nextWorkingDay,
        Instant asOf) {

    public OwnDay {
        visits = List.copyOf(visits);
    }

    public boolean isToday() {
        return asOf.atZone(zone).toLocalDate().equals(day);
    }
}
