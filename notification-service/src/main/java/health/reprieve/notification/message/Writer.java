package health.reprieve.notification.message;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Writes the mail of a message at the moment of sending, from what is known then. */
public interface Writer {

    Set<Template> templates();

    Mono<Draft> write(Message message);

    /** What a writer makes of a message. */
    sealed interface Draft {

        record Written(Mail mail) implements Draft {}

        /** The message is overtaken: not to be sent. */
        record Outdated() implements Draft {}

        /** It cannot be written, now or ever. */
        record Unwritable() implements Draft {}
    }
}
