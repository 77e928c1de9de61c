package health.reprieve.booking.appointment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every refusal must be, whatever was refused. */
final class ProblemChecks {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String URN = "urn:reprieve:problem:";

    private ProblemChecks() {}

    /** Fails unless the answer is a problem document of this status and type; returns it for further looks. */
    static JsonNode assertProblem(ResponseSpec answer, int status, String type) {
        var result = answer.expectBody(String.class).returnResult();
        var body = String.valueOf(result.getResponseBody());
        assertThat(result.getStatus().value()).as(body).isEqualTo(status);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body)
                .doesNotContain(
                        "health.reprieve",
                        "java.",
                        "springframework",
                        "jackson",
                        "r2dbc",
                        "Exception",
                        "SELECT",
                        "\\n");
        var problem = JSON.readTree(body);
        assertThat(problem.path("type").stringValue()).as(body).isEqualTo(URN + type);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").stringValue()).isNotBlank();
        assertThat(problem.path("detail").stringValue()).isNotBlank();
        return problem;
    }
}
