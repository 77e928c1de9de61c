package health.reprieve.ui.problem;

import health.reprieve.ui.form.FormErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells problems to programs: {@code application/problem+json} (RFC 9457), without an instance. */
final class ProblemDocuments {

    private final ProblemWords words;
    private final JsonMapper json;

    ProblemDocuments(MessageSource messages, JsonMapper json) {
        this.words = new ProblemWords(messages);
        this.json = json;
    }

    Mono<Void> write(ServerWebExchange exchange, ProblemHandler.Told told) {
        var response = exchange.getResponse();
        var locale = ProblemWords.locale(exchange);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLanguage(locale);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(document(told, locale)))));
    }

    private Map<String, Object> document(ProblemHandler.Told told, Locale locale) {
        var problem = told.problem();
        var document = new LinkedHashMap<String, Object>();
        document.put("type", Problem.URN + problem.type());
        document.put("title", words.title(problem, locale));
        document.put("status", problem.status().value());
        document.put("detail", words.detail(problem, Next.VISITS, locale));
        problem.extra().forEach((name, value) -> document.put(name, spoken(value, locale)));
        if (told.reference() != null) {
            document.put("reference", told.reference());
        }
        return document;
    }

    /** The value with every message in it put into words. */
    private Object spoken(Object value, Locale locale) {
        return switch (value) {
            case MessageSourceResolvable message -> words.say(message, locale);
            case FormErrors(var errors) ->
                errors.stream().map(error -> wrong(error, locale)).toList();
            case List<?> list -> list.stream().map(item -> spoken(item, locale)).toList();
            case Map<?, ?> map -> spokenMembers(map, locale);
            default -> value;
        };
    }

    private Map<String, String> wrong(FormErrors.FormError error, Locale locale) {
        return Map.of("field", error.field(), "message", words.say(error.message(), locale));
    }

    private Map<Object, Object> spokenMembers(Map<?, ?> map, Locale locale) {
        var spoken = new LinkedHashMap<Object, Object>();
        map.forEach((name, value) -> spoken.put(name, spoken(value, locale)));
        return spoken;
    }
}
