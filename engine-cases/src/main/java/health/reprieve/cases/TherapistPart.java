package health.reprieve.cases;

import static health.reprieve.cases.CaseFile.elements;
import static health.reprieve.cases.PolicyPart.margin;
import static health.reprieve.cases.PolicyPart.minutes;

import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Credential;
import health.reprieve.booking.slot.ForeignCalendar;
import health.reprieve.booking.slot.Hours;
import health.reprieve.booking.slot.Limit;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Stay;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.time.TimeRange;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The therapists of a case.
 *
 * @param state where the clinic is
 * @param rest about a visit that says nothing else
 * @param visits of everybody
 */
record TherapistPart(Clock clock, String state, Margin rest, JsonNode visits) {

    private static final Instant LONG_AGO = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant SOME_DAY = Instant.parse("9999-01-01T00:00:00Z");

    Candidate candidate(JsonNode therapist) {
        return new Candidate(
                Case.therapist(therapist.get("name").asString()),
                stays(therapist.path("hours")),
                elements(therapist.path("off")).map(clock::span).toList(),
                credentials(therapist),
                elements(therapist.path("calendars")).map(this::calendar).toList(),
                elements(visits)
                        .filter(visit -> visit.path("therapist").equals(therapist.get("name")))
                        .map(this::visit)
                        .toList(),
                limits(therapist.path("limits")));
    }

    private List<Stay> stays(JsonNode told) {
        if (told.isArray()) {
            return elements(told).map(this::stay).toList();
        }
        return List.of(Stay.always(told.isMissingNode() ? WorkingHours.ALWAYS : hours(told), clock.zone()));
    }

    private Stay stay(JsonNode told) {
        return new Stay(
                hours(told.get("hours")),
                told.has("zone") ? Clock.of(told.get("zone").asString()).zone() : clock.zone(),
                told.has("from") ? Clock.date(told.get("from")) : LocalDate.MIN,
                told.has("until") ? Clock.date(told.get("until")) : LocalDate.MAX);
    }

    private List<Credential> credentials(JsonNode therapist) {
        return therapist.has("credentials")
                ? elements(therapist.get("credentials")).map(this::credential).toList()
                : List.of(new Credential(state, List.of(new TimeRange(LONG_AGO, SOME_DAY)), SOME_DAY));
    }

    private Credential credential(JsonNode told) {
        return new Credential(
                told.path("state").asString(state),
                List.of(new TimeRange(time(told, "from", LONG_AGO), time(told, "until", SOME_DAY))),
                time(told, "goodUntil", SOME_DAY));
    }

    private ForeignCalendar calendar(JsonNode told) {
        return new ForeignCalendar(
                elements(told.path("busy")).map(clock::span).toList(), time(told, "readAt", SOME_DAY));
    }

    private Visit visit(JsonNode told) {
        var time = clock.span(told);
        long weighed =
                Math.round(time.length().toSeconds() * told.path("weight").asDouble(1));
        return new Visit(time, told.has("rest") ? margin(told.get("rest")) : rest, Duration.ofSeconds(weighed));
    }

    private static List<Limit> limits(JsonNode told) {
        var limits = new ArrayList<Limit>();
        told.properties().forEach(limit -> limits.add(limit(limit.getKey(), limit.getValue())));
        return limits;
    }

    private static Limit limit(String name, JsonNode told) {
        return switch (name) {
            case "visitsPerDay" -> new Limit.VisitsPerDay(told.asInt());
            case "visitsPerWeek" -> new Limit.VisitsPerWeek(told.asInt());
            case "minutesPerDay" -> new Limit.HandsOnPerDay(minutes(told, 0));
            case "minutesPerWeek" -> new Limit.HandsOnPerWeek(minutes(told, 0));
            case "minutesInARun" ->
                new Limit.HandsOnInARun(minutes(told.get("most"), 0), minutes(told.get("pause"), 0));
            default -> throw new CaseRefused("there is no limit called " + name);
        };
    }

    private Instant time(JsonNode told, String name, Instant otherwise) {
        return told.has(name) ? clock.time(told.get(name)) : otherwise;
    }

    /** Hours by day: what is told of a day of the week goes before what is told of all. */
    static WorkingHours hours(JsonNode told) {
        Map<DayOfWeek, List<Hours>> weekly = new HashMap<>();
        Map<LocalDate, List<Hours>> dates = new HashMap<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> weekly.put(day, spans(told.path("daily"))));
        told.properties().forEach(entry -> {
            if (Character.isDigit(entry.getKey().charAt(0))) {
                dates.put(Clock.date(entry.getKey()), spans(entry.getValue()));
            } else if (!entry.getKey().equals("daily")) {
                weekly.put(DayOfWeek.valueOf(entry.getKey()), spans(entry.getValue()));
            }
        });
        return new WorkingHours(weekly, dates);
    }

    private static List<Hours> spans(JsonNode told) {
        return elements(told).map(span -> hours(span.asString())).toList();
    }

    private static Hours hours(String span) {
        var from = span.substring(0, span.indexOf('-'));
        var until = span.substring(span.indexOf('-') + 1);
        try {
            return new Hours(
                    LocalTime.parse(from), until.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(until));
        } catch (DateTimeException impossible) {
            throw new CaseRefused(span + " are no hours: " + impossible.getMessage());
        }
    }
}
