package health.reprieve.ui.problem;

import health.reprieve.ui.Text;
import health.reprieve.ui.UiConfiguration;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.web.server.ServerWebExchange;

/** Puts problems into words. */
final class ProblemWords {

    private static final Object[] NOTHING = {};

    private final MessageSource messages;

    ProblemWords(MessageSource messages) {
        this.messages = messages;
    }

    static Locale locale(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(
                exchange.getLocaleContext().getLocale(), UiConfiguration.LANGUAGES.getFirst());
    }

    String title(Problem problem, Locale locale) {
        return say("problem." + problem.type() + ".title", "problem.refused.title", NOTHING, locale);
    }

    /** What to do; the words may name the minutes to wait ({0}, zero where nobody knows) and where to look ({1}). */
    String detail(Problem problem, Next next, Locale locale) {
        Object[] told = {minutes(problem.retryAfter()), Text.of(next.key())};
        return say("problem." + problem.type() + ".detail", "problem.refused.detail", told, locale);
    }

    private static long minutes(@Nullable Duration wait) {
        return wait == null ? 0 : wait.plusSeconds(59).toMinutes();
    }

    String say(MessageSourceResolvable message, Locale locale) {
        return messages.getMessage(message, locale);
    }

    /** A problem without words of its own must still be answered: the reader is told the least that is true. */
    private String say(String key, String otherwise, Object[] told, Locale locale) {
        var general = messages.getMessage(otherwise, told, locale);
        return Objects.requireNonNullElse(messages.getMessage(key, told, general, locale), general);
    }
}
