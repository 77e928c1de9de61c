package health.reprieve.cases;

import static health.reprieve.cases.CaseFile.elements;
import static java.nio.charset.StandardCharsets.UTF_8;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Closure;
import health.reprieve.booking.slot.Equipment;
import health.reprieve.booking.slot.PatientConstraints;
import health.reprieve.booking.slot.Practice;
import health.reprieve.booking.slot.Region;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.TreatmentRoom;
import health.reprieve.booking.slot.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One described situation.
 *
 * @param json that the schema allows
 */
record Case(JsonNode json) {

    private static final int LONGEST_DAYS = 3660;
    private static final String ROOM_WITHOUT_LIMIT = "";

    @Override
    public String toString() {
        return Stream.of("id", "says")
                .filter(json::has)
                .map(name -> json.get(name).asString())
                .collect(Collectors.joining(": "));
    }

    Clock clock() {
        return Clock.of(json.get("zone").asString());
    }

    JsonNode expected() {
        return json.path("expect");
    }

    /** @throws CaseRefused when it cannot be */
    Situation situation() {
        try {
            return read();
        } catch (IllegalArgumentException impossible) {
            throw new CaseRefused(impossible.getMessage());
        }
    }

    private Situation read() {
        var clock = clock();
        var first = Clock.date(json.get("days").get(0));
        var last = Clock.date(json.get("days").get(1));
        if (last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new CaseRefused("from %s to %s are more than %d days".formatted(first, last, LONGEST_DAYS));
        }
        requireKnown(
                "therapist", elements(json.get("therapists")).map(Case::name).collect(Collectors.toSet()));
        if (json.has("rooms")) {
            requireKnown("room", elements(json.get("rooms")).map(Case::name).collect(Collectors.toSet()));
        }
        var policy = new PolicyPart(json.path("policy"));
        return new Situation(
                json.has("now") ? clock.time(json.get("now")) : Instant.EPOCH,
                new Practice(
                        clock.zone(),
                        state(),
                        json.has("opening") ? TherapistPart.hours(json.get("opening")) : WorkingHours.ALWAYS,
                        elements(json.path("closures"))
                                .map(closure -> closure(closure, clock))
                                .toList(),
                        policy.policy(),
                        rooms(clock)),
                first,
                last,
                session(json.get("session")),
                therapists(clock),
                patient(clock));
    }

    /** A name that is written otherwise in one place would take nothing from anybody. */
    private void requireKnown(String what, Set<String> names) {
        elements(json.path("visits"))
                .filter(visit ->
                        visit.has(what) && !names.contains(visit.get(what).asString()))
                .findFirst()
                .ifPresent(visit -> {
                    throw new CaseRefused("a visit names the %s %s, who is not described"
                            .formatted(what, visit.get(what).asString()));
                });
    }

    private static String name(JsonNode named) {
        return named.isString() ? named.asString() : named.get("name").asString();
    }

    private String state() {
        return json.path("state").asString("US-NY");
    }

    private static Closure closure(JsonNode closure, Clock clock) {
        return new Closure(clock.span(closure), closure.path("reason").asString(""));
    }

    private static Session session(JsonNode session) {
        return new Session(
                Duration.ofMinutes(session.get("length").asInt()),
                elements(session.path("lengths"))
                        .map(length -> Duration.ofMinutes(length.asInt()))
                        .collect(Collectors.toSet()),
                session.path("weight").asDouble(1),
                session.path("pressure").properties().stream()
                        .collect(Collectors.toMap(
                                region -> new Region(region.getKey()),
                                region -> region.getValue().asInt())),
                equipment(session.path("needs")));
    }

    private static Set<Equipment> equipment(JsonNode needs) {
        return elements(needs).map(code -> new Equipment(code.asString())).collect(Collectors.toSet());
    }

    private List<Candidate> therapists(Clock clock) {
        var part = new TherapistPart(
                clock, state(), PolicyPart.margin(json.path("policy").path("rest")), json.path("visits"));
        return elements(json.get("therapists")).map(part::candidate).toList();
    }

    private List<TreatmentRoom> rooms(Clock clock) {
        return json.has("rooms")
                ? elements(json.get("rooms")).map(room -> room(room, clock)).toList()
                : List.of(new TreatmentRoom(room(ROOM_WITHOUT_LIMIT), needed(), List.of(), List.of()));
    }

    private Set<Equipment> needed() {
        return equipment(json.get("session").path("needs"));
    }

    private TreatmentRoom room(JsonNode room, Clock clock) {
        var name = name(room);
        return new TreatmentRoom(
                room(name),
                equipment(room.path("equipment")),
                elements(room.path("outOfUse")).map(clock::span).toList(),
                elements(json.path("visits"))
                        .filter(visit -> visit.path("room").asString("").equals(name))
                        .map(visit -> use(visit, clock))
                        .toList());
    }

    private TreatmentRoom.Use use(JsonNode visit, Clock clock) {
        return new TreatmentRoom.Use(
                visit(visit),
                clock.span(visit),
                PolicyPart.margin((visit.has("turnover") ? visit : json.path("policy")).path("turnover")),
                equipment(visit.path("needs")),
                !visit.path("fixed").asBoolean(false));
    }

    private PatientConstraints patient(Clock clock) {
        var patient = json.path("patient");
        return new PatientConstraints(
                elements(json.path("visits"))
                        .filter(visit -> visit.path("patient").asBoolean(false))
                        .map(clock::span)
                        .toList(),
                elements(patient.path("blackouts"))
                        .map(blackout -> new PatientConstraints.Blackout(
                                clock.span(blackout), blackout.path("reason").asString("")))
                        .toList(),
                elements(patient.path("regionLimits"))
                        .map(limit -> new PatientConstraints.RegionLimit(
                                clock.span(limit),
                                new Region(limit.get("region").asString()),
                                limit.get("maxPressure").asInt()))
                        .toList(),
                elements(patient.path("treatments"))
                        .map(other -> new PatientConstraints.Treatment(
                                clock.time(other.get("start")), hours(other.get("hoursApart"))))
                        .toList());
    }

    private static Duration hours(JsonNode hours) {
        return Duration.ofSeconds(
                Math.round(hours.asDouble() * Duration.ofHours(1).toSeconds()));
    }

    static TherapistId therapist(String name) {
        return new TherapistId(id("therapist", name));
    }

    static RoomId room(String name) {
        return new RoomId(id("room", name));
    }

    /** A visit is known by its id, or else by all that is told of it. */
    static UUID visit(JsonNode visit) {
        return id("visit", visit.has("id") ? visit.get("id").asString() : visit.toString());
    }

    private static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(UTF_8));
    }

    /** What therapists, rooms and visits are called, by their ids. */
    Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        elements(json.get("therapists"))
                .map(Case::name)
                .forEach(name -> names.put(therapist(name).value(), name));
        elements(json.path("rooms"))
                .map(Case::name)
                .forEach(name -> names.put(room(name).value(), name));
        elements(json.path("visits"))
                .filter(visit -> visit.has("id"))
                .forEach(visit -> names.put(visit(visit), visit.get("id").asString()));
        return names;
    }
}
