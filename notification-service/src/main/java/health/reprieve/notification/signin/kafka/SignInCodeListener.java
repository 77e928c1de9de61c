package health.reprieve.notification.signin.kafka;

import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.news.Fields;
import health.reprieve.notification.news.SkippedEvents;
import health.reprieve.notification.news.Topic;
import health.reprieve.notification.text.Language;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Handling;
import health.reprieve.outbox.Inbox;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
final class SignInCodeListener {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String CONSUMER = "notification.sign-in";
    private static final String REQUESTED = "health.reprieve.sign-in-code.requested.v1";

    private static final Pattern COMPACT_JWE = Pattern.compile("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Inbox inbox;
    private final Outgoing outgoing;
    private final SkippedEvents skipped;

    SignInCodeListener(Inbox inbox, Outgoing outgoing, SkippedEvents skipped) {
        this.inbox = inbox;
        this.outgoing = outgoing;
        this.skipped = skipped;
    }

    @KafkaListener(id = "notification-requests", topics = Topic.REQUESTS, groupId = "notification")
    void hear(String told) {
        var event = CloudEvent.parse(told);
        if (!event.type().equals(REQUESTED)) {
            skipped.skip(Topic.MESSAGE_REQUESTS, event);
            return;
        }
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
                told.read("sealed", SignInCodeListener::compact));
    }

    private static String compact(String text) {
        if (!COMPACT_JWE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a compact JWE");
        }
        return text;
    }
}
