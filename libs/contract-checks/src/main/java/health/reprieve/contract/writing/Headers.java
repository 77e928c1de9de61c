package health.reprieve.contract.writing;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;

/** The headers of the house, which mean the same in every API. */
final class Headers {

    private static final String TAG = "^\"[1-9][0-9]{0,17}\"$";

    private Headers() {}

    /** What a request's header may hold. */
    static Schema<?> asked(String name) {
        return switch (name) {
            case "If-Match" -> new StringSchema().pattern(TAG).example("\"3\"");
            case "Idempotency-Key" ->
                new StringSchema().minLength(1).maxLength(255).example("5c1f2d6e-8c0b-4a57-9d0e-0a4b1c2d3e4f");
            default -> throw new IllegalStateException("a request header that is new to the house: " + name);
        };
    }

    /** What an answer's header tells. */
    static Header answered(String name) {
        return switch (name) {
            case "ETag" ->
                header(
                        "The version of what is answered; goes into If-Match of a change that is based on it",
                        new StringSchema().pattern(TAG).example("\"3\""),
                        true);
            case "Location" ->
                header("Where what was made is found from now on", new StringSchema().format("uri-reference"), true);
            case "Retry-After" ->
                header(
                        "After how many seconds it may be tried again",
                        new IntegerSchema().format(null).minimum(BigDecimal.ONE).example(2),
                        false);
            default -> throw new IllegalStateException("an answer's header that is new to the house: " + name);
        };
    }

    static List<String> ofRefusal(int status) {
        return switch (status) {
            case 429, 503 -> List.of("Retry-After");
            default -> List.of();
        };
    }

    private static Header header(String description, Schema<?> schema, boolean required) {
        return new Header().description(description).schema(schema).required(required);
    }
}
