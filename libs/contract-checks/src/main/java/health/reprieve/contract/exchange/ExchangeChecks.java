package health.reprieve.contract.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Holds one exchange against a document. */
final class ExchangeChecks {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEM = "/components/schemas/Problem";

    /** The service did what was asked, or understood it and could not: so it was asked well. 422 tells a wrong value, too. */
    private static final Set<Integer> UNDERSTOOD = Set.of(200, 201, 202, 204, 409, 410);

    /** What a request gets that no operation answers. */
    private static final Set<Integer> NO_OPERATION = Set.of(401, 403, 404, 405, 500, 503);

    private final ApiPromise promise;
    private final Exchange exchange;
    private final List<String> found = new ArrayList<>();

    private ExchangeChecks(ApiPromise promise, Exchange exchange) {
        this.promise = promise;
        this.exchange = exchange;
    }

    /** A sentence for each thing that is not as promised. */
    static List<String> violations(ApiPromise promise, Exchange exchange) {
        var checks = new ExchangeChecks(promise, exchange);
        promise.operation(exchange.method(), exchange.uri().getRawPath())
                .ifPresentOrElse(checks::checkOperation, checks::checkRefusalOfNothing);
        return checks.found;
    }

    private void checkOperation(PromisedOperation operation) {
        if (UNDERSTOOD.contains(exchange.status())) {
            checkParameters(operation);
            checkAsked(operation);
        }
        checkAnswer(operation);
    }

    private void checkRefusalOfNothing() {
        if (!NO_OPERATION.contains(exchange.status())) {
            found.add("no operation of the document has this address and method");
        } else {
            checkBody("the reply", PROBLEM, exchange.answered());
        }
    }

    private void checkParameters(PromisedOperation operation) {
        var query = UriComponentsBuilder.fromUri(exchange.uri()).build(true).getQueryParams();
        var named =
                operation.parameters("query").stream().map(ExchangeChecks::name).toList();
        query.keySet().stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> found.add("query parameter " + name + " is not in the document"));
        for (var parameter : operation.parameters("query")) {
            checkParameter(operation, parameter, query.getOrDefault(name(parameter), List.of()));
        }
        for (var parameter : operation.parameters("header")) {
            checkParameter(operation, parameter, exchange.requestHeaders().getOrEmpty(name(parameter)));
        }
        var path = operation
                .path()
                .matchAndExtract(PathContainer.parsePath(exchange.uri().getRawPath()));
        for (var parameter : operation.parameters("path")) {
            var value = path == null ? null : path.getUriVariables().get(name(parameter));
            checkParameter(operation, parameter, value == null ? List.of() : List.of(value));
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").stringValue();
    }

    private void checkParameter(PromisedOperation operation, JsonNode parameter, List<String> values) {
        if (values.isEmpty() && parameter.path("required").booleanValue(false)) {
            found.add("parameter %s is missing".formatted(name(parameter)));
        }
        int index = operation.node().path("parameters").valueStream().toList().indexOf(parameter);
        var schema = operation.pointer() + "/parameters/" + index + "/schema";
        values.forEach(value -> note(
                "parameter " + name(parameter),
                promise.violations(
                        schema, read(parameter.path("schema"), UriUtils.decode(value, StandardCharsets.UTF_8)))));
    }

    /** A parameter is text; one that should be a number is read as one. */
    private static JsonNode read(JsonNode schema, String value) {
        try {
            return schema.path("type").stringValue("").equals("string")
                    ? StringNode.valueOf(value)
                    : JSON.readTree(value);
        } catch (JacksonException noNumber) {
            return StringNode.valueOf(value);
        }
    }

    private void checkAsked(PromisedOperation operation) {
        var body = operation.node().path("requestBody");
        if (exchange.asked().isEmpty()) {
            if (body.path("required").booleanValue(false)) {
                found.add("the request has no body");
            }
            return;
        }
        checkContent("the request", operation.pointer() + "/requestBody", exchange.requestHeaders(), exchange.asked());
    }

    private void checkAnswer(PromisedOperation operation) {
        var pointer = promise.resolved(operation.pointer() + "/responses/" + exchange.status());
        var answer = promise.at(pointer);
        if (answer.isMissingNode()) {
            found.add("this status is not in the document");
            return;
        }
        checkHeaders(answer, pointer);
        if (!exchange.answered().isEmpty()) {
            checkContent("the reply", pointer, exchange.replyHeaders(), exchange.answered());
            if (answer.has("x-problem-types")) {
                checkType(answer.path("x-problem-types"));
            }
        } else if (answer.has("content") && !exchange.method().matches("HEAD")) {
            found.add("the reply has no body");
        }
    }

    private void checkHeaders(JsonNode answer, String pointer) {
        answer.path("headers").propertyStream().forEach(header -> {
            var value = exchange.replyHeaders().getFirst(header.getKey());
            var schema = pointer + "/headers/" + ApiPromise.escaped(header.getKey()) + "/schema";
            if (value != null) {
                note(
                        "header " + header.getKey(),
                        promise.violations(schema, read(header.getValue().path("schema"), value)));
            } else if (header.getValue().path("required").booleanValue(false)) {
                found.add("header " + header.getKey() + " is missing in the reply");
            }
        });
    }

    private void checkContent(String what, String pointer, HttpHeaders headers, String body) {
        var type = headers.getContentType();
        var kind = type == null ? "" : new MediaType(type.getType(), type.getSubtype()).toString();
        var place = pointer + "/content/" + ApiPromise.escaped(kind);
        if (promise.at(place).isMissingNode()) {
            found.add("%s is %s, which is not in the document".formatted(what, kind.isEmpty() ? "of no type" : kind));
        } else {
            checkBody(what, place + "/schema", body);
        }
    }

    private void checkBody(String what, String schema, String body) {
        try {
            note(what, promise.violations(promise.resolved(schema), JSON.readTree(body)));
        } catch (JacksonException malformed) {
            found.add(what + " is no JSON");
        }
    }

    /** The types of problems are an open list for clients, so no schema; our own services may send those that are in it. */
    private void checkType(JsonNode types) {
        var type = typeOfAnswer();
        if (types.valueStream().noneMatch(known -> known.stringValue().equals(type))) {
            found.add(type + " is not in the document with this status");
        }
    }

    private String typeOfAnswer() {
        try {
            return JSON.readTree(exchange.answered()).path("type").stringValue("");
        } catch (JacksonException malformed) {
            return "";
        }
    }

    private void note(String what, List<String> violations) {
        violations.forEach(violation -> found.add(what + ": " + violation));
    }
}
