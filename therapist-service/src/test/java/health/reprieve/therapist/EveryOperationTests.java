package health.reprieve.therapist;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.reprieve.access.Actor;
import health.reprieve.contract.exchange.ApiPromise;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

/** Every operation of the document, asked well: it does what it promises, and {@code TestHouse} examines how it says so. */
@ServiceTest
class EveryOperationTests {

    private static final String API = "/api/v1/therapist";

    private final ApplicationContext service;
    private final Roster roster;

    EveryOperationTests(@Autowired ApplicationContext service, @Autowired Roster roster) {
        this.service = service;
        this.roster = roster;
    }

    @TestFactory
    Stream<DynamicTest> everyOperationSucceedsAsPromised() {
        return ApiPromise.ofService("therapist").successes().entrySet().stream()
                .map(operation -> dynamicTest(
                        operation.getKey(),
                        () -> request(operation.getKey())
                                .exchange()
                                .expectStatus()
                                .isEqualTo(operation.getValue())));
    }

    private RequestHeadersSpec<?> request(String operation) {
        var therapist = SomeTherapist.newcomer();
        roster.takeOn(SomeTherapist.MANAGER, therapist).block();
        return switch (operation) {
            case "listTherapists" -> ask(SomeTherapist.MANAGER, "/therapists?limit=1");
            case "findTherapist" -> ask(SomeTherapist.MANAGER, "/therapists/" + therapist.id());
            case "readDay" -> ask(new Actor.Therapist(therapist.id()), "/days/2027-02-01");
            case "suspendCredential" -> rule(therapist, "suspension", 1);
            case "reinstateCredential" -> {
                rule(therapist, "suspension", 1).exchange().expectStatus().isOk();
                yield rule(therapist, "reinstatement", 2);
            }
            default -> throw new AssertionError("nothing here calls " + operation + ": add it");
        };
    }

    private RequestHeadersSpec<?> ask(Actor actor, String path) {
        return TestHouse.program(actor, service).get().uri(API + path);
    }

    private RequestHeadersSpec<?> rule(Therapist therapist, String what, int version) {
        var path =
                "/therapists/%s/credentials/%s/%s".formatted(therapist.id(), SomeTherapist.licenceOf(therapist), what);
        return TestHouse.program(SomeTherapist.MANAGER, service)
                .post()
                .uri(API + path)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\": \"The board says so.\"}");
    }
}
