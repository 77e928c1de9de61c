package health.reprieve.ui;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/** Puts {@link Text} into words: in the fragments as {@code @words}, and wherever a mail or a document is written. */
public final class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The words in a language.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the message
     */
    public String say(MessageSourceResolvable text, Locale language) {
        return messages.getMessage(text, language);
    }

    /**
     * The message with this key in a language.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the message
     */
    public String say(String key, Locale language, Object... arguments) {
        return say(Text.of(key, arguments), language);
    }
}
