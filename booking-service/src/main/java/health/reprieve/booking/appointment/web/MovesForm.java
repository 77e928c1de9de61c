package health.reprieve.booking.appointment.web;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.MoveDesk;
import health.reprieve.booking.appointment.Whom;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Visits that are to be moved together, each named once.
 *
 * @param visits from 1 to 50
 * @param note why, for the history; with it, no notice is needed, and it must be given within a treatment's window or after the
 *     start
 */
record MovesForm(
        @NotNull @Size(min = 1, max = MoveDesk.MOST) List<@NotNull @Valid VisitMove> visits,

        @Nullable @Size(max = 500) @Pattern(regexp = "(?s).*\\S.*")
        String note) {

    /**
     * Where one of them is to go.
     *
     * @param version of the visit as it was read: nobody's change is lost
     * @param start with its offset from UTC, from 2000 to 2199; left out: when it is
     * @param therapistId who is to treat; left out: the one who has it
     * @param therapistIds of whom any may treat, from 2 to 20
     * @param anyTherapist whether whoever works there may treat; left out: no
     */
    record VisitMove(
            @NotNull UUID id,
            @NotNull @Min(1) Long version,
            @Nullable OffsetDateTime start,
            @Nullable UUID therapistId,

            @Nullable @Size(min = WishForm.FEWEST, max = WishForm.MOST) List<@NotNull UUID> therapistIds,

            @Nullable Boolean anyTherapist) {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2199;

        private MoveDesk.Move move() {
            return new MoveDesk.Move(new AppointmentId(id), version, start == null ? null : within(start), whom());
        }

        private static Instant within(OffsetDateTime start) {
            if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
                throw RequestRefused.bad("start");
            }
            return start.toInstant();
        }

        private @Nullable Whom whom() {
            boolean anybody = Boolean.TRUE.equals(anyTherapist);
            if ((therapistId == null ? 0 : 1) + (therapistIds == null ? 0 : 1) + (anybody ? 1 : 0) > 1) {
                throw RequestRefused.therapistsUnclear();
            }
            if (therapistIds != null) {
                return several(therapistIds);
            }
            if (anybody) {
                return new Whom.Anybody();
            }
            return therapistId == null ? null : new Whom.One(new TherapistId(therapistId));
        }

        private static Whom several(List<UUID> ids) {
            var several = ids.stream().map(TherapistId::new).collect(Collectors.toSet());
            if (several.size() < ids.size()) {
                throw RequestRefused.therapistsUnclear();
            }
            return new Whom.AnyOf(several);
        }
    }

    MoveDesk.Request request() {
        if (visits.stream().map(VisitMove::id).distinct().count() < visits.size()) {
            throw RequestRefused.visitTwice();
        }
        return new MoveDesk.Request(visits.stream().map(VisitMove::move).toList(), note);
    }
}
