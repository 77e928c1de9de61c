package health.reprieve.booking.slot;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One case of {@code engine-cases}, whose {@code README.md} says how to read it. */
record EngineCase(JsonNode json) {

    private static final List<TimeRange> ALWAYS =
            List.of(new TimeRange(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z")));

    @Override
    public String toString() {
        return json.get("id").asString() + ": " + json.get("says").asString();
    }

    JsonNode expected() {
        return json.get("expect");
    }

    static TherapistId therapist(String name) {
        return new TherapistId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    }

    static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asString()).toInstant();
    }

    Situation situation() {
        return new Situation(
                instant(json.get("now")),
                ZoneId.of(json.get("zone").asString()),
                LocalDate.parse(json.get("days").get(0).asString()),
                LocalDate.parse(json.get("days").get(1).asString()),
                minutes(json, "length"),
                policy(),
                stream(json.path("therapists")).map(this::candidate).toList(),
                rooms().map(this::room).toList(),
                taken(visit -> visit.path("patient").asBoolean(false), Duration.ZERO));
    }

    private Policy policy() {
        var policy = json.get("policy");
        return new Policy(
                minutes(policy, "grid"),
                minutes(policy, "rest"),
                minutes(policy, "turnover"),
                minutes(policy, "notice"),
                policy.get("horizon").asInt());
    }

    private Candidate candidate(JsonNode therapist) {
        var name = therapist.get("name").asString();
        var rest = minutes(json.get("policy"), "rest");
        return new Candidate(
                therapist(name),
                hours(therapist.get("hours")),
                therapist.has("mayPractise") ? spans(therapist.get("mayPractise")) : ALWAYS,
                taken(visit -> visit.path("therapist").asString("").equals(name), rest));
    }

    private Stream<String> rooms() {
        return json.has("rooms") ? stream(json.get("rooms")).map(JsonNode::asString) : Stream.of("1");
    }

    private RoomUse room(String name) {
        var turnover = minutes(json.get("policy"), "turnover");
        return new RoomUse(
                new RoomId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))),
                taken(visit -> visit.path("room").asString("").equals(name), turnover));
    }

    private List<TimeRange> taken(Predicate<JsonNode> whose, Duration afterwards) {
        return stream(json.path("visits"))
                .filter(whose)
                .map(visit -> new TimeRange(
                        instant(visit.get("from")), instant(visit.get("until")).plus(afterwards)))
                .toList();
    }

    private static WorkingHours hours(JsonNode told) {
        Map<DayOfWeek, List<Hours>> weekly = new HashMap<>();
        Map<LocalDate, List<Hours>> dates = new HashMap<>();
        told.properties().forEach(entry -> {
            var hours = stream(entry.getValue()).map(EngineCase::oneSpan).toList();
            if (entry.getKey().equals("daily")) {
                Arrays.stream(DayOfWeek.values()).forEach(day -> weekly.put(day, hours));
            } else if (Character.isDigit(entry.getKey().charAt(0))) {
                dates.put(LocalDate.parse(entry.getKey()), hours);
            } else {
                weekly.put(DayOfWeek.valueOf(entry.getKey()), hours);
            }
        });
        return new WorkingHours(weekly, dates);
    }

    private static Hours oneSpan(JsonNode text) {
        var from = text.asString().substring(0, 5);
        var until = text.asString().substring(6);
        return new Hours(LocalTime.parse(from), until.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(until));
    }

    private static List<TimeRange> spans(JsonNode told) {
        return stream(told)
                .map(span -> new TimeRange(instant(span.get(0)), instant(span.get(1))))
                .toList();
    }

    private static Duration minutes(JsonNode node, String name) {
        return Duration.ofMinutes(node.path(name).asInt(0));
    }

    static Stream<JsonNode> stream(JsonNode list) {
        var elements = new ArrayList<JsonNode>();
        list.forEach(elements::add);
        return elements.stream();
    }
}
