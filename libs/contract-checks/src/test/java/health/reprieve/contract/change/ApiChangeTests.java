package health.reprieve.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.contract.ContractFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Booking's own document, changed in one place: what a client would miss is told from what it would not notice. */
class ApiChangeTests {

    private static final String DOCUMENT = ContractFiles.text(ContractFiles.api("booking"));
    private static final String BOOKING = "/paths/~1api~1v1~1booking~1appointments/post";
    private static final String LIST = "/paths/~1api~1v1~1booking~1appointments/get";
    private static final String SCHEMAS = "/components/schemas";

    /** A change of a document at one place. */
    record Edit(String pointer, String what, String json) {

        @Override
        public String toString() {
            return "%s %s %s".formatted(what, pointer, json);
        }

        String applied() {
            var document = ContractFiles.tree(DOCUMENT);
            var place = document.at(pointer);
            assertThat(place.isMissingNode()).as(pointer).isFalse();
            switch (what) {
                case "without" -> ((ObjectNode) place).remove(json);
                case "with" -> put((ObjectNode) place, ContractFiles.tree(json));
                case "adding" -> ((ArrayNode) place).add(ContractFiles.tree(json));
                case "taking" -> take((ArrayNode) place, ContractFiles.tree(json));
                default -> throw new IllegalArgumentException(what);
            }
            return document.toString();
        }

        private static void put(ObjectNode place, JsonNode more) {
            more.propertyStream().forEach(one -> place.set(one.getKey(), one.getValue()));
        }

        private static void take(ArrayNode place, JsonNode value) {
            var index = place.valueStream().toList().indexOf(value);
            assertThat(index).isNotNegative();
            place.remove(index);
        }
    }

    static Stream<Arguments> breakingEdits() {
        return Stream.of(
                edit("/paths", "without", "/api/v1/booking/clinics", "GET /api/v1/booking/clinics is gone"),
                edit("/paths/~1api~1v1~1booking~1holds~1current", "without", "delete", "DELETE", "is gone"),
                edit(BOOKING, "with", "{operationId: reserve}", "operationId"),
                edit(BOOKING + "/x-roles", "without", "patient", "patient may no longer call it"),
                edit(
                        "/paths/~1api~1v1~1booking~1appointments~1{id}/get/x-roles",
                        "with",
                        "{manager: own}",
                        "manager may no longer call it as before"),
                edit(
                        BOOKING + "/parameters",
                        "adding",
                        "{name: X-Clinic, in: header, required: true, schema: {type: string}}",
                        "X-Clinic is new and required"),
                edit(LIST + "/parameters/1", "with", "{required: true}", "parameter limit", "required"),
                edit(LIST + "/parameters/1/schema", "with", "{maximum: 50}", "parameter limit"),
                edit(LIST, "without", "parameters", "parameter after is gone"),
                edit(BOOKING + "/responses/201/headers", "without", "ETag", "header ETag is gone"),
                edit(BOOKING + "/responses", "without", "201", "success is no longer 201"),
                // requests
                edit(SCHEMAS + "/SearchForm/properties", "without", "from", "field from is gone"),
                edit(SCHEMAS + "/SearchForm/required", "adding", "from", "required", "from"),
                edit(SCHEMAS + "/SearchForm/properties/from", "with", "{nullable: false}", "must no longer be null"),
                edit(SCHEMAS + "/BookingForm/properties/condition/enum", "taking", "NECK_PAIN", "NECK_PAIN"),
                edit(SCHEMAS + "/BookingForm/properties/name", "with", "{maxLength: 50}", "field name"),
                edit(SCHEMAS + "/BookingForm/properties/name", "with", "{minLength: 2}", "field name"),
                edit(SCHEMAS + "/BookingForm/properties/name", "with", "{pattern: '^[a-z]+$'}", "field name"),
                edit(
                        SCHEMAS + "/BookingForm/properties/start",
                        "with",
                        "{type: integer, format: int64}",
                        "another type"),
                // answers
                edit(SCHEMAS + "/AppointmentView/properties", "without", "zone", "field zone is gone"),
                edit(SCHEMAS + "/AppointmentView/properties", "without", "cancelledAt", "field cancelledAt is gone"),
                edit(SCHEMAS + "/AppointmentView/required", "taking", "version", "version"),
                edit(SCHEMAS + "/AppointmentView/properties/status/enum", "adding", "MISSED", "MISSED"),
                edit(SCHEMAS + "/AppointmentView/properties/version", "with", "{type: string}", "another type"),
                edit(SCHEMAS + "/AppointmentView/properties/id", "with", "{format: email}", "field id"),
                edit(SCHEMAS + "/AppointmentView/properties/zone", "with", "{nullable: true}", "can now be null"),
                edit(SCHEMAS + "/OfferView/properties", "without", "end", "field end is gone"));
    }

    static Stream<Edit> compatibleEdits() {
        return Stream.of(
                new Edit(
                        "/paths",
                        "with",
                        "/api/v1/booking/rooms: {get: {operationId: listRooms, responses: {'200': {description: all}}}}"),
                new Edit(BOOKING, "with", "{summary: Books}"),
                new Edit(BOOKING + "/x-roles", "with", "{machine: 'yes'}"),
                new Edit(LIST + "/parameters", "adding", "{name: state, in: query, schema: {type: string}}"),
                new Edit(LIST + "/parameters/1/schema", "with", "{maximum: 200}"),
                new Edit(BOOKING + "/responses", "without", "410"),
                new Edit(BOOKING + "/responses", "with", "'402': {description: pay first}"),
                new Edit(BOOKING + "/responses/409/x-problem-types", "adding", "urn:reprieve:problem:clinic-closed"),
                new Edit(SCHEMAS + "/SearchForm/properties", "with", "{until: {type: string, format: date}}"),
                new Edit(SCHEMAS + "/SearchForm/required", "taking", "condition"),
                new Edit(SCHEMAS + "/BookingForm/properties/condition/enum", "adding", "FOOT_PAIN"),
                new Edit(SCHEMAS + "/BookingForm/properties/name", "with", "{maxLength: 200}"),
                new Edit(SCHEMAS + "/AppointmentView/properties", "with", "{room: {type: string}}"),
                new Edit(SCHEMAS + "/AppointmentView/properties/status/enum", "taking", "CANCELLED"),
                new Edit(SCHEMAS + "/AppointmentPage/properties/next", "with", "{nullable: false}"),
                new Edit(SCHEMAS + "/Problem/properties/reason/x-extensible-enum", "adding", "clinic-closed"));
    }

    @ParameterizedTest
    @MethodSource("breakingEdits")
    void whatAClientWouldMissBreaksThePromiseAndIsNamed(Edit edit, String[] named) {
        assertThat(ApiChange.between(DOCUMENT, edit.applied()))
                .isInstanceOfSatisfying(
                        ApiChange.Breaking.class,
                        breaking -> assertThat(breaking.losses())
                                .anySatisfy(loss -> assertThat(loss).contains(named)));
    }

    @ParameterizedTest
    @MethodSource("compatibleEdits")
    void whatAClientWouldNotNoticeIsGrowth(Edit edit) {
        assertThat(ApiChange.between(DOCUMENT, edit.applied())).isEqualTo(new ApiChange.Compatible());
    }

    @Test
    void theSameIsNoChange() {
        assertThat(ApiChange.between(DOCUMENT, ContractFiles.tree(DOCUMENT).toString()))
                .isEqualTo(new ApiChange.None());
    }

    private static Arguments edit(String pointer, String what, String json, String... named) {
        return Arguments.of(new Edit(pointer, what, json), named);
    }
}
