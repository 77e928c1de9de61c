package health.reprieve.frontdoor.signin;

import health.reprieve.frontdoor.key.Seal;
import health.reprieve.outbox.News;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The event that asks notification-service to mail a code. Only that service can read address and code. */
public final class CodeRequested {

    /** The topic it goes to. */
    public static final String TOPIC = "message-requests";

    static final String TYPE = "health.reprieve.sign-in-code.requested.v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodeRequested() {}

    static News news(AskedCode asked, SignInCode code, Locale language, Seal seal) {
        var sealed =
                seal.close(JSON.writeValueAsString(Map.of("email", asked.email().value(), "code", code.digits())));
        var data = new Data(new Code(
                asked.request(), language.getLanguage(), asked.expiresAt().toString(), sealed));
        return new News(
                UUID.randomUUID(),
                TOPIC,
                asked.request().toString(),
                1,
                TYPE,
                asked.askedAt(),
                asked.expiresAt(),
                JSON.writeValueAsString(data));
    }

    private record Data(Code signInCode) {}

    private record Code(UUID requestId, String language, String expiresAt, String sealed) {}
}
