package health.reprieve.notification.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as other services publish them: the approved examples, with other ids and a few other facts. */
public final class Told {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Told() {}

    /** The approved example of a type, as it lies in the contracts. */
    public static String example(String type) {
        var path = "/contracts/events/%s/example.json".formatted(type);
        try (var file = Objects.requireNonNull(Told.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param sequence version and calendar sequence together: the version is one more
     * @param more what else is to differ in the appointment
     */
    public static String appointment(
            String happened, UUID event, UUID id, UUID patient, int sequence, Consumer<ObjectNode> more) {
        return changed("appointment.%s.v1".formatted(happened), event, id, sequence + 1, node -> {
            var appointment = data(node, "appointment");
            appointment.put("id", id.toString());
            appointment.put("version", sequence + 1);
            appointment.put("calendarSequence", sequence);
            ((ObjectNode) appointment.required("patient")).put("id", patient.toString());
            more.accept(appointment);
        });
    }

    public static String contact(UUID patient, int version, Consumer<ObjectNode> more) {
        return changed("patient-contact.changed.v1", UUID.randomUUID(), patient, version, node -> {
            var contact = data(node, "contact");
            contact.put("patientId", patient.toString());
            contact.put("version", version);
            more.accept(contact);
        });
    }

    public static String signInCode(UUID request, String language, Instant asked, String sealed) {
        var expires = asked.plus(Duration.ofMinutes(10)).toString();
        return changed("sign-in-code.requested.v1", UUID.randomUUID(), request, 1, node -> {
            node.put("time", asked.toString());
            node.put("expirytime", expires);
            var code = data(node, "signInCode");
            code.put("requestId", request.toString());
            code.put("language", language);
            code.put("expiresAt", expires);
            code.put("sealed", sealed);
        });
    }

    /** @param more what else is to differ in the offer */
    public static String offer(
            UUID event, UUID offer, UUID patient, Instant made, Instant expires, Consumer<ObjectNode> more) {
        return changed("waiting-list-offer.made.v1", event, offer, 1, node -> {
            node.put("time", made.toString());
            node.put("expirytime", expires.toString());
            var told = data(node, "offer");
            told.put("id", offer.toString());
            told.put("patientId", patient.toString());
            told.put("expiresAt", expires.toString());
            more.accept(told);
        });
    }

    public static String changed(String type, UUID event, UUID subject, int version, Consumer<ObjectNode> more) {
        var node = (ObjectNode) JSON.readTree(example(type));
        node.put("id", event.toString());
        node.put("subject", subject.toString());
        node.put("aggregateversion", version);
        more.accept(node);
        return JSON.writeValueAsString(node);
    }

    public static ObjectNode data(ObjectNode event, String name) {
        return (ObjectNode) event.required("data").required(name);
    }
}
