package health.reprieve.contract.topic;

import health.reprieve.contract.ContractFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What {@code contracts/asyncapi.yaml} says that each service sends and hears, against the service's code. */
public final class TopicContract {

    private static final String PARKED = ".dlt";

    private final JsonNode document;

    private TopicContract(JsonNode document) {
        this.document = document;
    }

    /** The committed document. */
    public static TopicContract committed() {
        return of(ContractFiles.text(ContractFiles.topics()));
    }

    static TopicContract of(String yaml) {
        return new TopicContract(ContractFiles.tree(yaml));
    }

    /** A sentence for each thing that only one of the document and the service's code says; empty when they agree. */
    public List<String> differences(String service, Class<?> application) {
        var code = new ServiceCode(application);
        var found = new ArrayList<String>();
        compareTopics(service, code.declaredTopics(), found);
        compare(heard(service), code.heard(), "hears", found);
        compare(events(service), code.namedEvents(), "knows the event", found);
        return found.stream().map(difference -> service + " " + difference).toList();
    }

    /** Whoever sends to a topic or hears it declares it, and with it where is parked what cannot be handled. */
    private void compareTopics(String service, Set<TopicShape> declared, List<String> found) {
        var used = channels(service).map(TopicShape::promised).collect(Collectors.toSet());
        var withParked = new HashSet<>(used);
        document.path("channels")
                .valueStream()
                .map(TopicShape::promised)
                .filter(topic -> used.stream().anyMatch(sent -> topic.name().equals(sent.name() + PARKED)))
                .forEach(withParked::add);
        compare(withParked, declared, "declares", found);
    }

    private static <T> void compare(Set<T> promised, Set<T> real, String what, List<String> found) {
        only(promised, real).forEach(one -> found.add("%s %s in asyncapi.yaml, not in its code".formatted(what, one)));
        only(real, promised).forEach(one -> found.add("%s %s in its code, not in asyncapi.yaml".formatted(what, one)));
    }

    private static <T> Set<String> only(Set<T> these, Set<T> those) {
        return these.stream()
                .filter(one -> !those.contains(one))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Heard> heard(String service) {
        return operations(service)
                .filter(operation -> operation.path("action").stringValue().equals("receive"))
                .map(operation -> new Heard(
                        resolved(operation.path("channel")).path("address").stringValue(),
                        operation.at("/bindings/kafka/groupId/enum/0").stringValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> events(String service) {
        return operations(service)
                .flatMap(operation -> operation.path("messages").valueStream())
                .map(message -> resolved(resolved(message)))
                .map(message -> message.path("name").stringValue())
                .filter(name -> name.startsWith("health.reprieve."))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<JsonNode> channels(String service) {
        return operations(service).map(operation -> resolved(operation.path("channel")));
    }

    private Stream<JsonNode> operations(String service) {
        return document.path("operations")
                .valueStream()
                .filter(operation -> operation.path("x-service").stringValue().equals(service));
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.path("$ref").stringValue().substring(1));
    }
}
