package health.reprieve.ui.problem;

import health.reprieve.access.Role;
import health.reprieve.ui.Shells;
import health.reprieve.ui.form.FormErrors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Mono;

/** Tells problems to people: a page in the usual layout with what happened, what to do next and whom to call. */
final class ProblemPages {

    private static final String VIEW = "ui/problem";

    private final ProblemWords words;
    private final ThymeleafReactiveViewResolver views;
    private final Shells shells;

    ProblemPages(MessageSource messages, ThymeleafReactiveViewResolver views, Shells shells) {
        this.words = new ProblemWords(messages);
        this.views = views;
        this.shells = shells;
    }

    /**
     * What the page shows.
     *
     * @param title what happened
     * @param detail what to do
     * @param wrong what is wrong with what was sent, one sentence each
     * @param next where to go from here
     * @param reference what to name on the phone; null where the problem explains itself
     */
    record ProblemPage(
            String title,
            String detail,
            List<String> wrong,
            Next next,
            @Nullable String reference) {}

    Mono<Void> write(ServerWebExchange exchange, ProblemHandler.Told told) {
        var locale = ProblemWords.locale(exchange);
        var shell = shells.around(exchange);
        Map<String, Object> model = Map.of("problem", page(told, shell.role(), locale), "shell", shell);
        return views.resolveViewName(VIEW, locale).flatMap(view -> view.render(model, MediaType.TEXT_HTML, exchange));
    }

    private ProblemPage page(ProblemHandler.Told told, Role role, Locale locale) {
        var problem = told.problem();
        var next = Next.after(problem, role);
        return new ProblemPage(
                words.title(problem, locale),
                words.detail(problem, next, locale),
                wrong(problem, locale),
                next,
                told.reference());
    }

    private List<String> wrong(Problem problem, Locale locale) {
        return problem.extra().get(Problem.ERRORS) instanceof FormErrors(var errors)
                ? errors.stream()
                        .map(error -> words.say(error.message(), locale))
                        .toList()
                : List.of();
    }
}
