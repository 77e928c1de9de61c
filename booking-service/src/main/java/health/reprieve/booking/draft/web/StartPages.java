package health.reprieve.booking.draft.web;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.draft.Drafts;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where a booking begins: which clinic, and what hurts. */
@Controller
@RequestMapping("/book")
class StartPages {

    private final Clinics clinics;
    private final Drafts drafts;
    private final HoldDesk holds;
    private final Clock clock;

    StartPages(Clinics clinics, Drafts drafts, HoldDesk holds, Clock clock) {
        this.clinics = clinics;
        this.drafts = drafts;
        this.holds = holds;
        this.clock = clock;
    }

    @GetMapping
    Mono<Rendering> start(Actor actor) {
        return drafts.find(Browsing.of(actor), clock.instant())
                .map(draft -> new StartForm(
                        draft.clinic().toString(), draft.condition().name()))
                .defaultIfEmpty(new StartForm(null, null))
                .zipWith(clinics.all(), (form, all) -> page(all, form, FormErrors.none()));
    }

    @PostMapping
    Mono<Rendering> chosen(Actor actor, @ModelAttribute StartForm form) {
        return Mono.justOrEmpty(form.chosenClinic())
                .flatMap(clinics::find)
                .singleOptional()
                .flatMap(clinic -> {
                    var errors = form.errors(clinic.isPresent());
                    return errors.isEmpty()
                            ? keep(Browsing.of(actor), clinic.orElseThrow(), form)
                            : clinics.all().map(all -> page(all, form, errors));
                });
    }

    /** For what cannot be booked online yet. */
    @GetMapping("/call")
    Mono<Rendering> call(Actor actor) {
        return drafts.find(Browsing.of(actor), clock.instant())
                .flatMap(draft -> clinics.find(draft.clinic())
                        .map(clinic -> Rendering.view("booking/draft/call")
                                .modelAttribute("clinic", clinic)
                                .modelAttribute("condition", ConditionWords.of(draft.condition()))
                                .build()))
                .defaultIfEmpty(Browsing.to("/book"));
    }

    private Mono<Rendering> keep(BrowserId browser, Clinic clinic, StartForm form) {
        var condition = form.chosenCondition().orElseThrow();
        var now = clock.instant();
        return drafts.find(browser, now)
                .defaultIfEmpty(new Draft(browser, clinic.id(), condition, null))
                .flatMap(before -> replace(before, before.answered(clinic.id(), condition), now))
                .thenReturn(Browsing.to(condition.canBeBookedOnline() ? "/book/times" : "/book/call"));
    }

    /** A time that is kept was chosen for the earlier answers: it goes with them. */
    private Mono<Void> replace(Draft before, Draft after, Instant now) {
        return drafts.save(after, now).then(after.equals(before) ? Mono.empty() : holds.release(after.browser()));
    }

    private static Rendering page(List<Clinic> clinics, StartForm form, FormErrors errors) {
        return Rendering.view("booking/draft/start")
                .status(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .modelAttribute("page", StartPage.of(clinics, form))
                .modelAttribute("errors", errors)
                .modelAttribute("here", "/book")
                .build();
    }
}
