package health.reprieve.contract.exchange;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a document.
 *
 * @param pointer where it stands in the document, as a JSON pointer
 */
record PromisedOperation(HttpMethod method, PathPattern path, JsonNode node, String pointer) {

    String id() {
        return node.path("operationId").stringValue();
    }

    int success() {
        return node.path("responses").propertyNames().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    /** The parameters of one kind: path, query or header. */
    List<JsonNode> parameters(String in) {
        return node.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").stringValue().equals(in))
                .toList();
    }
}
