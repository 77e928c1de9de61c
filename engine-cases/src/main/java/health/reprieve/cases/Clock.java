package health.reprieve.cases;

import health.reprieve.booking.slot.LocalInstant;
import health.reprieve.time.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the times of a case: instants as they are, local times by the clinic's zone. */
record Clock(ZoneId zone) {

    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

    static Clock of(String zone) {
        try {
            return new Clock(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            throw new CaseRefused("there is no time zone " + zone);
        }
    }

    Instant time(JsonNode text) {
        var told = text.asString();
        try {
            return OFFSET.matcher(told).matches() ? OffsetDateTime.parse(told).toInstant() : local(told);
        } catch (DateTimeException impossible) {
            throw new CaseRefused(told + " is no time: " + impossible.getMessage());
        }
    }

    private Instant local(String told) {
        var local = LocalDateTime.parse(told);
        return switch (LocalInstant.of(local, zone)) {
            case LocalInstant.Once once -> once.instant();
            case LocalInstant.Never never ->
                throw new CaseRefused("%s does not exist in %s: the clock goes on to %s there"
                        .formatted(told, zone, never.jumpsTo()));
            case LocalInstant.Twice twice ->
                throw new CaseRefused("%s exists twice in %s: say %s%s or %s%s"
                        .formatted(
                                told,
                                zone,
                                told,
                                twice.offsets().getFirst(),
                                told,
                                twice.offsets().getLast()));
        };
    }

    static LocalDate date(JsonNode text) {
        return date(text.asString());
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw new CaseRefused(text + " is no date: " + impossible.getMessage());
        }
    }

    TimeRange span(JsonNode span) {
        var from = time(span.get("from"));
        var until = time(span.get("until"));
        if (!from.isBefore(until)) {
            throw new CaseRefused("a span from %s until %s ends before it begins"
                    .formatted(span.get("from").asString(), span.get("until").asString()));
        }
        return new TimeRange(from, until);
    }
}
