package health.reprieve.booking.waitlist.web;

import health.reprieve.access.PatientId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.waitlist.PartOfDay;
import health.reprieve.booking.waitlist.WaitWish;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For which times a patient waits who is known to the desk. Days and parts of days are those of the clinic.
 *
 * @param condition what hurts
 * @param treatment one of the clinic's; left out: its default
 * @param length in minutes, one of the treatment's; left out: what is usual for what hurts
 * @param days on which the visit may be; left out or empty: on any
 * @param partsOfDay when it may begin: before noon, until five, or later; left out or empty: at any time
 * @param therapistIds by whom; left out or empty: by anybody
 * @param firstDay earliest day
 * @param lastDay latest day, itself included; at most 400 days ahead
 */
record DeskWaitForm(
        @NotNull UUID patientId,
        @NotNull Condition condition,
        @Nullable UUID treatment,
        @Nullable @Min(1) @Max(WaitForm.A_DAY) Integer length,
        @Nullable @Size(max = 7) List<@NotNull DayOfWeek> days,
        @Nullable @Size(max = 3) List<@NotNull PartOfDay> partsOfDay,

        @Nullable @Size(max = WaitForm.MOST_THERAPISTS) List<@NotNull UUID> therapistIds,

        @NotNull LocalDate firstDay,
        @NotNull LocalDate lastDay) {

    PatientId patient() {
        return new PatientId(patientId);
    }

    WaitWish wish(UUID clinic) {
        return new WaitForm(clinic, condition, treatment, length, days, partsOfDay, therapistIds, firstDay, lastDay)
                .wish();
    }
}
