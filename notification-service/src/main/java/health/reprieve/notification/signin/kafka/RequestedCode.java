package health.reprieve.notification.signin.kafka;

import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.news.Fields;
import health.reprieve.notification.news.RequestReader;
import health.reprieve.notification.text.Language;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Handling;
import health.reprieve.outbox.Inbox;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Queues the mail with a code. */
@Component
final class RequestedCode implements RequestReader {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String CONSUMER = "notification.sign-in";

    private static final Pattern COMPACT_JWE = Pattern.compile("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Inbox inbox;
    private final Outgoing outgoing;

    RequestedCode(Inbox inbox, Outgoing outgoing) {
        this.inbox = inbox;
        this.outgoing = outgoing;
    }

    @Override
    public String type() {
        return "health.reprieve.sign-in-code.requested.v1";
    }

    @Override
    public void hear(CloudEvent event) {
        var code = code(event);
        var handling = inbox.handle(
                        CONSUMER,
                        event,
                        () -> outgoing.queue(event.id(), Template.SIGN_IN_CODE, code, event.time(), code.expiresAt()))
                .block(TEN_SECONDS);
        if (handling == Handling.APPLIED) {
            outgoing.queued(Template.SIGN_IN_CODE);
        }
    }

    static Matter.SignIn code(CloudEvent event) {
        var told = Fields.of(event, "signInCode");
        return new Matter.SignIn(
                told.id("requestId"),
                told.read("language", Language::of),
                event.time(),
                told.instant("expiresAt"),
                told.read("sealed", RequestedCode::compact));
    }

    private static String compact(String text) {
        if (!COMPACT_JWE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a compact JWE");
        }
        return text;
    }
}
