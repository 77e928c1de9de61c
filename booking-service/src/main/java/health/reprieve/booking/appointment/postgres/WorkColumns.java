package health.reprieve.booking.appointment.postgres;

import static java.util.Objects.requireNonNull;

import health.reprieve.booking.appointment.Work;
import health.reprieve.booking.slot.Equipment;
import health.reprieve.time.TimeRange;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a reservation knows of the work that is done then: its effort, what the room must have, its distance to others. */
final class WorkColumns {

    private WorkColumns() {}

    /** Binds {@code :effort}, {@code :needs} and {@code :spacing}. */
    static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec statement, Work work) {
        return statement
                .bind("effort", effort(work))
                .bind("needs", needs(work))
                .bind("spacing", History.orNull(minutesOrNull(work), Integer.class));
    }

    static int effort(Work work) {
        return Math.toIntExact(work.session().effort().toSeconds());
    }

    static String[] needs(Work work) {
        return work.session().needs().stream().map(Equipment::code).sorted().toArray(String[]::new);
    }

    static @Nullable Integer minutesOrNull(Work work) {
        return work.spacing() == null ? null : Math.toIntExact(work.spacing().toMinutes());
    }

    /** What is written of no effort counts for as long as it takes. */
    static Duration effort(Readable row, TimeRange time) {
        var seconds = row.get("effort", Integer.class);
        return seconds == null ? time.length() : Duration.ofSeconds(seconds);
    }

    static Set<Equipment> needs(Readable row) {
        return Arrays.stream(requireNonNull(row.get("needs", String[].class)))
                .map(Equipment::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The row's spacing; null: any. */
    static @Nullable Duration spacing(Readable row) {
        var minutes = row.get("spacing", Integer.class);
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }
}
