package health.reprieve.ui.problem;

import health.reprieve.ui.UiConfiguration;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.web.server.ServerWebExchange;

/** Puts problems into words. */
final class ProblemWords {

    private final MessageSource messages;

    ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    static Locale locale(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(
                exchange.getLocaleContext().getLocale(), UiConfiguration.LANGUAGES.getFirst());
    }

    String title(Problem problem, Locale locale) {
        return say("problem." + problem.type() + ".title", "problem.refused.title", locale);
    }

    String detail(Problem problem, Locale locale) {
        return say("problem." + problem.type() + ".detail", "problem.refused.detail", locale);
    }

    String say(MessageSourceResolvable message, Locale locale) {
        return messages.getMessage(message, locale);
    }

    /** A problem without words of its own must still be answered: the reader is told the least that is true. */
    private String say(String key, String otherwise, Locale locale) {
        var general = messages.getMessage(otherwise, null, locale);
        return Objects.requireNonNullElse(messages.getMessage(key, null, general, locale), general);
    }
}
