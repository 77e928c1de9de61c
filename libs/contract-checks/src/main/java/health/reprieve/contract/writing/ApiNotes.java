package health.reprieve.contract.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What an API answers and its code does not say in types: kept in the file {@code api-notes.yaml} of the service's tests.
 *
 * @param about what somebody who has never seen the API must know before anything else
 * @param operations by operation id, which is the name of the controller's method
 * @param problems the status of each problem type
 * @param members what problem documents carry beside type, title, status and detail: OpenAPI schemas by name
 * @param fields what the types of fields and parameters leave open, as parts of an OpenAPI schema, examples above all; by
 *     name, with the schema's or the operation's before it ({@code AppointmentView.status}) where a name has two meanings
 */
record ApiNotes(
        String title,
        String about,
        Map<String, Operation> operations,
        Map<String, Integer> problems,
        Map<String, Map<String, Object>> members,
        Map<String, Map<String, Object>> fields) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    ApiNotes {
        operations = operations == null ? Map.of() : operations;
        problems = problems == null ? Map.of() : problems;
        members = members == null ? Map.of() : members;
        fields = fields == null ? Map.of() : fields;
    }

    /**
     * @param status of success
     * @param answer what success means, in words
     * @param headers that come with it
     * @param refuses the problem types of this operation beside those that follow from its form
     */
    record Operation(int status, String answer, List<String> headers, List<String> refuses) {
        Operation {
            headers = headers == null ? List.of() : headers;
            refuses = refuses == null ? List.of() : refuses;
        }
    }

    /** The notes of the service whose tests run. */
    static ApiNotes ofService() {
        return read("/api-notes.yaml").over(read("/common-api-notes.yaml"));
    }

    Operation operation(String id) {
        return Objects.requireNonNull(operations.get(id), () -> "api-notes.yaml says nothing of the operation " + id);
    }

    int status(String problem) {
        return Objects.requireNonNull(problems.get(problem), () -> "api-notes.yaml has no status for " + problem);
    }

    private ApiNotes over(ApiNotes common) {
        return new ApiNotes(
                title,
                about,
                operations,
                merged(common.problems, problems),
                merged(common.members, members),
                merged(common.fields, fields));
    }

    private static <T> Map<String, T> merged(Map<String, T> common, Map<String, T> own) {
        var all = new LinkedHashMap<>(common);
        all.putAll(own);
        return all;
    }

    private static ApiNotes read(String resource) {
        try (InputStream file = Objects.requireNonNull(
                ApiNotes.class.getResourceAsStream(resource), () -> "the service's tests have no file " + resource)) {
            return YAML.readValue(file, ApiNotes.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
