package health.reprieve.access.web;

import health.reprieve.access.Actor;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.access.token.InnerTokenSigner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.view.RequestDataValueProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** A service as small as it can be behind the front door. */
@SpringBootApplication
@Import(AccessConfiguration.class)
class SmallService {

    static final Instant NOW = Instant.parse("2027-02-20T17:00:00Z");
    static final InnerTokenSigner SIGNER = InnerTokenSigner.generate();

    static final String MATRIX = """
            service;method;path;visitor;patient;therapist;front-desk;manager;referrer;operator;machine
            small;GET;/me;yes;yes;yes;yes;yes;yes;yes;yes
            small;GET;/patients-only;no;yes;no;no;no;no;no;no
            small;GET;/api/patients-only;no;yes;no;no;no;no;no;no
            small;GET;/patient-argument;yes;yes;yes;yes;yes;yes;yes;yes
            small;GET;/form;yes;yes;yes;yes;yes;yes;yes;yes
            small;POST;/form;yes;yes;yes;yes;yes;yes;yes;yes
            """;

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    @Primary
    AuthorizationMatrix smallMatrix() {
        return AuthorizationMatrix.parse("small", MATRIX);
    }

    /** Renders nothing, but says whether a page rendered now could have forms. */
    @Bean
    @Order(-2)
    WebExceptionHandler formsOfARefusal(@Qualifier("requestDataValueProcessor") RequestDataValueProcessor forms) {
        return (exchange, failure) -> {
            var hidden = Objects.requireNonNull(forms.getExtraHiddenFields(exchange));
            exchange.getResponse().getHeaders().set("X-Hidden-Fields", String.join(" ", hidden.keySet()));
            return Mono.error(failure);
        };
    }

    record Written(String text) {}

    @RestController
    static class Operations {

        private final RequestDataValueProcessor forms;

        Operations(@Qualifier("requestDataValueProcessor") RequestDataValueProcessor forms) {
            this.forms = forms;
        }

        @GetMapping("/me")
        Mono<String> me(Actor actor) {
            return Mono.just(actor.toString());
        }

        @GetMapping({"/patients-only", "/api/patients-only"})
        Mono<String> patientsOnly() {
            return Mono.just("for patients");
        }

        @GetMapping("/patient-argument")
        Mono<String> patientArgument(Actor.Patient patient) {
            return Mono.just(patient.id().toString());
        }

        @GetMapping("/form")
        Mono<Map<String, String>> hiddenFields(ServerWebExchange exchange) {
            return Mono.justOrEmpty(forms.getExtraHiddenFields(exchange));
        }

        @PostMapping("/form")
        Mono<String> post(@ModelAttribute Written written) {
            return Mono.just("took " + written.text());
        }

        @GetMapping("/forgotten")
        Mono<String> forgotten() {
            return Mono.just("no row has this");
        }
    }
}
