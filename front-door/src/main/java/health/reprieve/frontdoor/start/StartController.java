package health.reprieve.frontdoor.start;

import health.reprieve.frontdoor.route.ChosenLanguage;
import health.reprieve.frontdoor.signin.LocalPath;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@Controller
final class StartController {

    private final StartSettings settings;

    StartController(StartSettings settings) {
        this.settings = settings;
    }

    /** The choice of a language, and the page on which it was made. */
    record LanguageForm(String language, String then) {

        LanguageForm {
            language = language == null ? "" : language;
            then = then == null ? "" : then;
        }
    }

    @GetMapping("/")
    Mono<Rendering> start() {
        return Mono.just(Rendering.view("front-door/start/start")
                .modelAttribute("clinics", settings.clinics())
                .build());
    }

    @GetMapping("/help")
    Mono<Rendering> help() {
        return Mono.just(Rendering.view("front-door/start/help")
                .modelAttribute("clinics", settings.clinics())
                .build());
    }

    @PostMapping("/language")
    Mono<Rendering> language(@ModelAttribute LanguageForm form, ServerWebExchange exchange) {
        ChosenLanguage.spoken(form.language())
                .ifPresent(language -> ChosenLanguage.remember(exchange.getResponse(), language));
        var back = LocalPath.parse(form.then()).map(LocalPath::value).orElse("/");
        return Mono.just(Rendering.redirectTo(back).status(HttpStatus.SEE_OTHER).build());
    }
}
