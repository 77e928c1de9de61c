package health.reprieve.booking.draft.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.draft.Drafts;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where the patient says who they are, while the time is held for them. */
@Controller
@RequestMapping("/book")
class DetailsPages {

    private final Drafts drafts;
    private final HoldDesk holds;
    private final Openings openings;
    private final Patients patients;
    private final Clock clock;

    DetailsPages(Drafts drafts, HoldDesk holds, Openings openings, Patients patients, Clock clock) {
        this.drafts = drafts;
        this.holds = holds;
        this.openings = openings;
        this.patients = patients;
        this.clock = clock;
    }

    /** A draft and the time that is held for it. */
    record Held(Draft draft, Hold hold) {}

    @GetMapping("/you")
    Mono<Rendering> you(Actor actor, Locale language) {
        return held(actor)
                .flatMap(held -> knownName(actor, held.draft())
                        .flatMap(
                                name -> page(actor, held, new YouForm(name, null), FormErrors.none(), false, language)))
                .defaultIfEmpty(Browsing.to(Setback.LAPSED));
    }

    @PostMapping("/you")
    Mono<Rendering> told(Actor actor, Locale language, @ModelAttribute YouForm form) {
        return held(actor)
                .flatMap(held -> {
                    var errors = form.errors(actor instanceof Actor.Visitor);
                    return errors.isEmpty()
                            ? drafts.save(held.draft().named(form.writtenName()), clock.instant())
                                    .thenReturn(next(actor))
                            : page(actor, held, form, errors, false, language);
                })
                .defaultIfEmpty(Browsing.to(Setback.LAPSED));
    }

    /**
     * Keeps the time longer, for those who need a while to write. What they have written so far is shown again at once: a
     * redirect would lose it, since an address is kept nowhere before it is proved.
     */
    @PostMapping("/you/longer")
    Mono<Rendering> keepLonger(Actor actor, Locale language, @ModelAttribute YouForm form) {
        return holds.extend(Browsing.of(actor))
                .map(hold -> true)
                .onErrorReturn(BookingRefused.HoldUsedUp.class, false)
                .onErrorResume(BookingRefused.HoldExpired.class, expired -> Mono.empty())
                .onErrorResume(BookingRefused.HoldUnknown.class, unknown -> Mono.empty())
                .flatMap(extended ->
                        held(actor).flatMap(held -> page(actor, held, form, FormErrors.none(), extended, language)))
                .defaultIfEmpty(Browsing.to(Setback.LAPSED));
    }

    /**
     * A visitor proves the address next. The browser is told to send the same form there itself (307), so that the
     * address appears neither in a URL nor in this service.
     */
    private static Rendering next(Actor actor) {
        return actor instanceof Actor.Visitor
                ? Rendering.redirectTo("/sign-in/code")
                        .status(HttpStatus.TEMPORARY_REDIRECT)
                        .build()
                : Browsing.to("/book/check");
    }

    private Mono<Held> held(Actor actor) {
        var browser = Browsing.of(actor);
        return drafts.find(browser, clock.instant()).zipWith(holds.current(browser), Held::new);
    }

    private Mono<String> knownName(Actor actor, Draft draft) {
        if (draft.name() != null) {
            return Mono.just(draft.name());
        }
        return actor instanceof Actor.Patient patient
                ? patients.find(patient).map(Patient::name).defaultIfEmpty("")
                : Mono.just("");
    }

    private Mono<Rendering> page(
            Actor actor, Held held, YouForm form, FormErrors errors, boolean justExtended, Locale language) {
        var name = Field.text("name", "booking.you.name")
                .hint("booking.you.name.hint")
                .autocomplete("name")
                .upTo(Patient.LONGEST_NAME)
                .holding(form.writtenName());
        return openings.clinic(held.hold().first().clinic()).map(clinic -> {
            var wall = WallTime.in(clinic.zone(), language);
            return Rendering.view("booking/draft/you")
                    .status(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                    .modelAttribute(
                            "when", wall.moment(held.hold().first().time().start()))
                    .modelAttribute("kept", KeptTime.of(held.hold(), holds, wall, justExtended))
                    .modelAttribute("name", name)
                    .modelAttribute("email", emailField(actor, form))
                    .modelAttribute("errors", errors)
                    .modelAttribute("here", "/book/you")
                    .build();
        });
    }

    private static Field emailField(Actor actor, YouForm form) {
        return Field.email("email", "booking.you.email")
                .hint(actor instanceof Actor.Visitor ? "booking.you.email.hint" : "booking.you.email.known")
                .autocomplete("email")
                .holding(
                        actor instanceof Actor.Patient patient ? patient.email().value() : form.email());
    }
}
