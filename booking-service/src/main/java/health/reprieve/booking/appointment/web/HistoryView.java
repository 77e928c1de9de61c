package health.reprieve.booking.appointment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.appointment.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a visit, first to last; the latest 200 things.
 *
 * @param changes for patients without staff's notes, and without what staff have not settled yet
 */
record HistoryView(List<ChangeView> changes) {

    /**
     * One thing that was done.
     *
     * @param version of the visit, which this made
     * @param byId who it was; left out for the house itself, and for patients who read of others
     * @param code why, in one of a few words
     * @param note why, in the words of staff; for staff only
     * @param status where the visit stood afterwards
     * @param start where the treatment lay afterwards
     * @param therapistId who was to treat afterwards
     * @param roomId where it was to be afterwards; for staff only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            long version,
            Instant at,
            Doer.Kind by,
            @Nullable UUID byId,
            StepName step,
            @Nullable String code,
            @Nullable String note,
            AppointmentView.VisitStatus status,
            Instant start,
            Instant end,
            UUID therapistId,
            @Nullable UUID roomId) {

        static ChangeView of(HistoryEntry entry, Actor reader) {
            var patient = reader instanceof Actor.Patient;
            return new ChangeView(
                    entry.version(),
                    entry.at(),
                    entry.by().kind(),
                    patient && entry.by().kind() != Doer.Kind.PATIENT
                            ? null
                            : entry.by().id(),
                    StepName.valueOf(entry.step()),
                    entry.code(),
                    patient ? null : entry.note(),
                    AppointmentView.VisitStatus.of(entry.stage(), reader),
                    entry.time().start(),
                    entry.time().end(),
                    entry.therapist().value(),
                    patient ? null : entry.room().value());
        }
    }

    /** Each kind of step, as the API names it. */
    enum StepName {
        REQUEST,
        BOOK,
        APPROVE,
        DECLINE,
        MOVE,
        CHECK_IN,
        START,
        COMPLETE,
        MISS,
        CANCEL,
        LOSE_SPACE,
        REASSIGN,
        CORRECT
    }

    static HistoryView of(List<HistoryEntry> entries, Actor reader) {
        return new HistoryView(entries.stream()
                .filter(entry ->
                        !(reader instanceof Actor.Patient) || StepName.valueOf(entry.step()) != StepName.LOSE_SPACE)
                .map(entry -> ChangeView.of(entry, reader))
                .toList());
    }
}
