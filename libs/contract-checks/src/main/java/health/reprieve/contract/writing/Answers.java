package health.reprieve.contract.writing;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every status that an operation can answer: its success, what its form makes possible, and its own refusals. */
final class Answers {

    /** Types that an answer's {@code type} can have today. A client must expect others, so it is no {@code enum}. */
    static final String TYPES = "x-problem-types";

    private static final String URN = "urn:reprieve:problem:";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final ApiNotes notes;
    private final ProblemWords words;
    private final Components components;

    Answers(ApiNotes notes, ProblemWords words, Components components) {
        this.notes = notes;
        this.words = words;
        this.components = components;
    }

    /** Puts down the answers of one operation, in place of those that springdoc guessed. */
    void write(HttpMethod method, Operation operation) {
        var note = notes.operation(operation.getOperationId());
        var answers = new ApiResponses();
        answers.addApiResponse(String.valueOf(note.status()), success(operation, note));
        byStatus(refusals(method, operation, note))
                .forEach((status, types) -> answers.addApiResponse(String.valueOf(status), refusal(status, types)));
        operation.setResponses(answers);
    }

    private static ApiResponse success(Operation operation, ApiNotes.Operation note) {
        var answer = new ApiResponse().description(note.answer());
        note.headers().forEach(header -> answer.addHeaderObject(header, Headers.answered(header)));
        body(operation)
                .ifPresent(schema -> answer.content(new Content().addMediaType(JSON, new MediaType().schema(schema))));
        return answer;
    }

    private static Optional<Schema<?>> body(Operation operation) {
        return operation.getResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().values().stream())
                .<Schema<?>>map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private SortedSet<String> refusals(HttpMethod method, Operation operation, ApiNotes.Operation note) {
        var types = new TreeSet<>(note.refuses());
        types.addAll(List.of("sign-in-required", "unexpected", "unavailable"));
        if (body(operation).isPresent()) {
            types.add("not-acceptable");
        }
        if (changes(method)) {
            types.addAll(List.of("form-outdated", "other-site", "outcome-unknown"));
        }
        if (operation.getRequestBody() != null) {
            types.addAll(List.of("unreadable-body", "content-too-large", "unsupported-media-type"));
        }
        if (operation.getParameters() != null) {
            types.add("bad-value");
        }
        if (Roles.someoneIsRefused(operation)) {
            types.add("not-allowed");
        }
        return types;
    }

    static boolean changes(HttpMethod method) {
        return method != HttpMethod.GET && method != HttpMethod.HEAD;
    }

    private Map<Integer, SortedSet<String>> byStatus(SortedSet<String> types) {
        return types.stream()
                .collect(Collectors.groupingBy(notes::status, TreeMap::new, Collectors.toCollection(TreeSet::new)));
    }

    /** An answer with one type of problem is the same wherever it is given: it is written once. */
    private ApiResponse refusal(int status, SortedSet<String> types) {
        if (types.size() > 1) {
            return described(status, types);
        }
        var name = camelCase(types.getFirst());
        components.addResponses(name, described(status, types));
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private ApiResponse described(int status, SortedSet<String> types) {
        var answer = new ApiResponse()
                .description(types.stream()
                        .map(type -> "- `%s`: %s".formatted(type, words.of(type)))
                        .collect(Collectors.joining("\n")))
                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("Problem"))));
        Headers.ofRefusal(status).forEach(header -> answer.addHeaderObject(header, Headers.answered(header)));
        answer.addExtension(TYPES, types.stream().map(type -> URN + type).toList());
        return answer;
    }

    private static String camelCase(String type) {
        return Arrays.stream(type.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
