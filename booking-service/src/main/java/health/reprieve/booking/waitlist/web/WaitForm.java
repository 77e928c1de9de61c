package health.reprieve.booking.waitlist.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitWish;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What both forms of a wish have in common, and what it means where something is left out. */
record WaitForm(
        UUID clinicId,
        Condition condition,
        @Nullable UUID treatment,
        @Nullable Integer length,
        @Nullable List<DayOfWeek> days,
        @Nullable List<PartOfDay> partsOfDay,
        @Nullable List<UUID> therapistIds,
        LocalDate firstDay,
        LocalDate lastDay) {

    static final int A_DAY = 1440;
    static final int MOST_THERAPISTS = 50;

    WaitWish wish() {
        return new WaitWish(
                new ClinicId(clinicId),
                condition,
                treatment == null ? null : new TreatmentId(treatment),
                length == null ? condition.length() : Duration.ofMinutes(length),
                orAll(days, DayOfWeek.values()),
                orAll(partsOfDay, PartOfDay.values()),
                therapistIds == null
                        ? Set.of()
                        : therapistIds.stream().map(TherapistId::new).collect(Collectors.toSet()),
                firstDay,
                lastDay);
    }

    private static <T> Set<T> orAll(@Nullable List<T> some, T[] all) {
        return Set.copyOf(some == null || some.isEmpty() ? Arrays.asList(all) : Set.copyOf(some));
    }
}
