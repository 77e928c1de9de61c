package health.reprieve.booking.clinic;

import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** From when until when, as people say it; only the clinic's zone makes instants of it. */
public sealed interface When {

    /**
     * The instants that are meant.
     *
     * @throws ClinicRefused when they end before they begin, or when a wall time is no instant or two
     */
    TimeRange in(ZoneId zone);

    /**
     * Whole days.
     *
     * @param last itself included
     */
    record Days(LocalDate first, LocalDate last) implements When {

        @Override
        public TimeRange in(ZoneId zone) {
            requireFourDigits(first);
            requireFourDigits(last);
            return range(
                    first.atStartOfDay(zone).toInstant(),
                    last.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    /** @param until first minute after it */
    record Times(Wall from, Wall until) implements When {

        @Override
        public TimeRange in(ZoneId zone) {
            return range(from.in(zone), until.in(zone));
        }
    }

    /**
     * What a clock on the wall shows.
     *
     * @param offset from UTC; null: what it is there then, if that is one
     */
    record Wall(LocalDateTime local, @Nullable ZoneOffset offset) {

        Instant in(ZoneId zone) {
            if (offset != null) {
                return local.toInstant(offset);
            }
            var offsets = zone.getRules().getValidOffsets(local);
            return switch (offsets.size()) {
                case 0 -> throw new ClinicRefused.TimeNeverShown(local);
                case 1 -> local.toInstant(offsets.getFirst());
                default -> throw new ClinicRefused.TimeShownTwice(local, offsets);
            };
        }
    }

    /** What is far beyond cannot even be counted in. */
    private static void requireFourDigits(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new ClinicRefused.OutOfReach();
        }
    }

    private static TimeRange range(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw new ClinicRefused.EndBeforeStart();
        }
        return new TimeRange(start, end);
    }
}
