package health.reprieve.booking.waitlist.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.draft.Drafts;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import health.reprieve.booking.waitlist.WaitRefused;
import health.reprieve.booking.waitlist.WaitlistDesk;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where a patient for whom no time suits asks to be told of one. Where and what hurts was told on the pages before. */
@Controller
@RequestMapping("/waiting-list/join")
class JoinPages {

    private final WaitlistDesk desk;
    private final Drafts drafts;
    private final Patients patients;
    private final Openings openings;
    private final Clock clock;

    JoinPages(WaitlistDesk desk, Drafts drafts, Patients patients, Openings openings, Clock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.patients = patients;
        this.openings = openings;
        this.clock = clock;
    }

    /** What was told before, and where. */
    private record Told(Actor.Patient patient, Draft draft, Clinic clinic) {}

    @GetMapping
    Mono<Rendering> ask(Actor actor) {
        return told(actor)
                .flatMap(told -> patients.find(told.patient)
                        .map(Patient::name)
                        .defaultIfEmpty(told.draft.name() == null ? "" : told.draft.name())
                        .map(name -> page(told, JoinPageForm.empty(name), FormErrors.none(), "")))
                .defaultIfEmpty(WaitlistPages.to("/book"));
    }

    @PostMapping
    Mono<Rendering> join(Actor actor, Locale language, @ModelAttribute JoinPageForm form) {
        return told(actor)
                .flatMap(told -> {
                    var errors = form.errors();
                    return errors.isEmpty() ? join(told, form, language) : Mono.just(page(told, form, errors, ""));
                })
                .defaultIfEmpty(WaitlistPages.to("/book"));
    }

    private Mono<Rendering> join(Told told, JoinPageForm form, Locale language) {
        var clinic = told.clinic;
        var patient = new Patient(
                told.patient.id(), form.writtenName(), told.patient.email(), language.getLanguage(), clinic.zone());
        var today = clock.instant().atZone(clinic.zone()).toLocalDate();
        var key = "page:" + (form.key() == null ? UUID.randomUUID() : form.key());
        return desk.join(told.patient, patient, form.wish(told.draft, today), key)
                .map(waiting -> WaitlistPages.to(WaitlistPages.Done.JOINED))
                .onErrorResume(
                        WaitRefused.TooManyWishes.class, many -> Mono.just(refused(told, form, "waiting.join.many")))
                .onErrorResume(
                        WaitRefused.KeyReused.class, sent -> Mono.just(refused(told, form.anew(), "waiting.join.sent")))
                .onErrorResume(
                        BookingRefused.LengthNotSold.class,
                        none -> Mono.just(refused(told, form, "waiting.join.not-sold")));
    }

    private Mono<Told> told(Actor actor) {
        var patient = Waiters.only(actor);
        return drafts.find(patient.browser(), clock.instant())
                .filter(draft -> draft.condition().canBeBookedOnline())
                .flatMap(draft -> openings.clinic(draft.clinic()).map(clinic -> new Told(patient, draft, clinic)));
    }

    private static Rendering refused(Told told, JoinPageForm form, String notice) {
        return page(told, form, FormErrors.none(), notice);
    }

    /** @param notice message key of why it was not done; empty: it was not tried */
    private static Rendering page(Told told, JoinPageForm form, FormErrors errors, String notice) {
        var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Rendering.view("booking/waitlist/join")
                .status(notice.isEmpty() ? status : HttpStatus.CONFLICT)
                .modelAttribute("clinic", told.clinic.name())
                .modelAttribute("days", form.dayChoices())
                .modelAttribute("parts", form.partChoices())
                .modelAttribute("weeks", form.weekChoices())
                .modelAttribute("name", form.nameField())
                .modelAttribute("key", form.key() == null ? UUID.randomUUID() : form.key())
                .modelAttribute("notice", notice)
                .modelAttribute("phone", told.clinic.phone())
                .modelAttribute("errors", errors)
                .modelAttribute("here", "/waiting-list/join")
                .build();
    }
}
