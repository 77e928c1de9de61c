package health.reprieve.booking.clinic.web;

import health.reprieve.access.AccountId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.ClinicDesk;
import health.reprieve.booking.clinic.ClosedTime;
import health.reprieve.booking.clinic.ClosedTimeId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.clinic.When;
import health.reprieve.booking.web.RequestRefused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is closed, and when: by {@code from} and {@code until}, or by {@code firstDay} and {@code lastDay}.
 *
 * @param therapistId who cannot be booked at the clinic; left out: anybody
 * @param roomId which room is out of use; left out: none, the clinic or the therapist is meant
 * @param from by the clocks of the clinic; an offset from UTC after it tells apart what they show twice
 * @param until the first minute after it
 * @param firstDay first whole day, where the clinic is
 * @param lastDay last whole day, itself included
 * @param reason a code, since words about an absence would tell of somebody's health
 */
record ClosureForm(
        @Nullable UUID therapistId,
        @Nullable UUID roomId,
        @Pattern(regexp = MINUTE) @Nullable String from,
        @Pattern(regexp = MINUTE) @Nullable String until,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @NotNull ClosedTime.Reason reason) {

    private static final String MINUTE = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:00)?(Z|[+-][0-9]{2}:[0-9]{2})?";

    private static final DateTimeFormatter WITH_OR_WITHOUT_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            // otherwise the 30th of February is the 28th
            .withResolverStyle(ResolverStyle.STRICT);

    ClinicDesk.Entry entry(UUID id, AccountId by) {
        return new ClinicDesk.Entry(new ClosedTimeId(id), affected(), when(), reason, by);
    }

    private ClosedTime.Affected affected() {
        if (therapistId != null && roomId != null) {
            throw ClinicRequestRefused.closureUnclear();
        }
        if (therapistId != null) {
            return new ClosedTime.Affected.OneTherapist(new TherapistId(therapistId));
        }
        return roomId == null
                ? new ClosedTime.Affected.WholeClinic()
                : new ClosedTime.Affected.OneRoom(new RoomId(roomId));
    }

    private When when() {
        if (from != null && until != null && firstDay == null && lastDay == null) {
            return new When.Times(wall("from", from), wall("until", until));
        }
        if (firstDay != null && lastDay != null && from == null && until == null) {
            return new When.Days(firstDay, lastDay);
        }
        throw ClinicRequestRefused.closureUnclear();
    }

    private static When.Wall wall(String field, String text) {
        try {
            return switch (WITH_OR_WITHOUT_OFFSET.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime time -> new When.Wall(time.toLocalDateTime(), time.getOffset());
                case LocalDateTime time -> new When.Wall(time, null);
                default -> throw RequestRefused.bad(field);
            };
        } catch (DateTimeException noSuchDay) {
            throw RequestRefused.bad(field);
        }
    }
}
