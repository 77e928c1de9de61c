package health.reprieve.frontdoor.signin.web;

import health.reprieve.frontdoor.limit.ClientAddress;
import health.reprieve.frontdoor.limit.TooManyTries;
import health.reprieve.frontdoor.session.SessionDesk;
import health.reprieve.frontdoor.session.web.PresentSession;
import health.reprieve.frontdoor.session.web.SessionCookie;
import health.reprieve.frontdoor.signin.CodeDesk;
import health.reprieve.frontdoor.signin.Devices;
import health.reprieve.frontdoor.signin.SignInCode;
import health.reprieve.frontdoor.signin.SignInDesk;
import health.reprieve.frontdoor.signin.SignInOutcome;
import health.reprieve.frontdoor.signin.web.WaitPage.State;
import health.reprieve.ui.UiConfiguration;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@Controller
final class SignInController {

    private final CodeDesk codes;
    private final SignInDesk desk;
    private final SessionDesk sessions;
    private final Devices devices;
    private final ClientAddress clientAddress;
    private final Clock clock;

    SignInController(
            CodeDesk codes,
            SignInDesk desk,
            SessionDesk sessions,
            Devices devices,
            ClientAddress clientAddress,
            Clock clock) {
        this.codes = codes;
        this.desk = desk;
        this.sessions = sessions;
        this.devices = devices;
        this.clientAddress = clientAddress;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    Mono<Rendering> askForAddress(@ModelAttribute EmailForm form) {
        return Mono.just(AddressPage.empty(form.goingOnTo()));
    }

    @PostMapping("/sign-in/code")
    Mono<Rendering> sendCode(@ModelAttribute EmailForm form, ServerWebExchange exchange) {
        return Mono.justOrEmpty(form.address())
                .map(email -> new CodeDesk.Request(
                        email,
                        form.goingOnTo(),
                        PresentSession.of(exchange).browser(),
                        clientAddress.of(exchange.getRequest()),
                        DeviceCookie.read(exchange.getRequest()),
                        language(exchange)))
                .flatMap(request -> codes.send(request).thenReturn(redirect("/sign-in/code")))
                .onErrorResume(TooManyTries.class, tries -> noMoreCodes(tries, form, exchange))
                .defaultIfEmpty(AddressPage.wrong(form));
    }

    @GetMapping("/sign-in/code")
    Mono<Rendering> askForCode(ServerWebExchange exchange) {
        return codes.asked(PresentSession.of(exchange).browser())
                .map(asked -> CodePage.opened(asked, clock.instant()))
                .defaultIfEmpty(redirect("/sign-in"));
    }

    @PostMapping("/sign-in/code/check")
    Mono<Rendering> checkCode(@ModelAttribute CodeForm form, ServerWebExchange exchange) {
        return Mono.justOrEmpty(form.entered())
                .flatMap(code -> check(code, exchange))
                .onErrorResume(TooManyTries.class, tries -> Mono.just(noMoreChecks(tries)))
                .switchIfEmpty(Mono.defer(() -> again(exchange, FormErrors.of("code", "front-door.code.malformed"))));
    }

    @PostMapping("/sign-out")
    Mono<Rendering> signOut(ServerWebExchange exchange) {
        SessionCookie.take(exchange.getResponse());
        return sessions.signOut(PresentSession.of(exchange).token()).thenReturn(redirect("/"));
    }

    private Mono<Rendering> check(SignInCode code, ServerWebExchange exchange) {
        var present = PresentSession.of(exchange);
        return desk.check(new SignInDesk.Attempt(
                        code, present.browser(), present.token(), clientAddress.of(exchange.getRequest())))
                .flatMap(outcome -> answer(outcome, exchange));
    }

    private Mono<Rendering> answer(SignInOutcome outcome, ServerWebExchange exchange) {
        return switch (outcome) {
            case SignInOutcome.SignedIn signedIn -> Mono.just(welcome(signedIn, exchange));
            case SignInOutcome.Wrong wrong ->
                again(exchange, FormErrors.of("code", "front-door.code.wrong", wrong.triesLeft()));
            case SignInOutcome.NoTriesLeft none -> again(exchange, FormErrors.none());
            case SignInOutcome.Expired expired -> again(exchange, FormErrors.none());
            case SignInOutcome.NothingAsked nothing -> Mono.just(redirect("/sign-in"));
            case SignInOutcome.SwitchedOff off -> Mono.just(switchedOff());
        };
    }

    private Rendering welcome(SignInOutcome.SignedIn signedIn, ServerWebExchange exchange) {
        var before = DeviceCookie.read(exchange.getRequest());
        SessionCookie.give(exchange.getResponse(), signedIn.token());
        DeviceCookie.give(exchange.getResponse(), devices.signedIn(signedIn.email(), before));
        return redirect(Landing.after(signedIn));
    }

    private Mono<Rendering> again(ServerWebExchange exchange, FormErrors errors) {
        return codes.asked(PresentSession.of(exchange).browser())
                .map(asked -> CodePage.wrong(asked, clock.instant(), errors))
                .defaultIfEmpty(redirect("/sign-in"));
    }

    /** Whoever has a code already can still enter it while no other is sent. */
    private Mono<Rendering> noMoreCodes(TooManyTries tries, EmailForm form, ServerWebExchange exchange) {
        return codes.asked(PresentSession.of(exchange).browser())
                .map(asked -> asked.isLive(clock.instant()))
                .defaultIfEmpty(false)
                .map(live -> live ? State.HAS_CODE : State.NO_CODE)
                .map(state -> WaitPage.after(tries, AddressPage.at(form.goingOnTo()), state));
    }

    private static Rendering noMoreChecks(TooManyTries tries) {
        return WaitPage.after(tries, "/sign-in/code", State.CHECKED);
    }

    private static Rendering switchedOff() {
        return Rendering.view("front-door/signin/switched-off")
                .modelAttribute("here", "/sign-in")
                .status(HttpStatus.FORBIDDEN)
                .build();
    }

    private static Rendering redirect(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    private static Locale language(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(
                exchange.getLocaleContext().getLocale(), UiConfiguration.LANGUAGES.getFirst());
    }
}
