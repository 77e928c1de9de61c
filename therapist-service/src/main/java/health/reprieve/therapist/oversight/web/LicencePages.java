package health.reprieve.therapist.oversight.web;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.credential.CredentialRefused;
import health.reprieve.therapist.oversight.Licence;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.therapist.profile.TherapistRefused;
import health.reprieve.ui.form.FormErrors;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** All licences, and the two pages on which a manager rules on one. */
@Controller
@RequestMapping(LicencesPage.PATH)
class LicencePages {

    private final LicenceDesk desk;

    LicencePages(LicenceDesk desk) {
        this.desk = desk;
    }

    /** @param version the therapist's, of the page on which the manager decided */
    record RulingForm(@Nullable String version, @Nullable String reason) {}

    /** What a ruling is about and who makes it, while a request is answered. */
    private record Case(
            Actor.Manager manager, TherapistId therapist, CredentialId credential, Ruling.Kind kind, Locale language) {}

    @GetMapping
    Mono<Rendering> list(
            Actor actor,
            Locale language,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) Ruling.@Nullable Kind done) {
        return Mono.defer(() -> desk.list(actor, LicenceCursor.read(after)))
                .map(list -> Rendering.view("therapist/oversight/licences")
                        .modelAttribute("page", LicencesPage.of(list, done, language))
                        .build());
    }

    @GetMapping("/{therapist}/{credential}/suspension")
    Mono<Rendering> askToSuspend(
            Actor.Manager manager, Locale language, @PathVariable UUID therapist, @PathVariable UUID credential) {
        return ask(about(manager, therapist, credential, Ruling.Kind.SUSPENSION, language));
    }

    @PostMapping("/{therapist}/{credential}/suspension")
    Mono<Rendering> suspend(
            Actor.Manager manager,
            Locale language,
            @PathVariable UUID therapist,
            @PathVariable UUID credential,
            @ModelAttribute RulingForm form) {
        return rule(about(manager, therapist, credential, Ruling.Kind.SUSPENSION, language), form);
    }

    @GetMapping("/{therapist}/{credential}/reinstatement")
    Mono<Rendering> askToReinstate(
            Actor.Manager manager, Locale language, @PathVariable UUID therapist, @PathVariable UUID credential) {
        return ask(about(manager, therapist, credential, Ruling.Kind.REINSTATEMENT, language));
    }

    @PostMapping("/{therapist}/{credential}/reinstatement")
    Mono<Rendering> reinstate(
            Actor.Manager manager,
            Locale language,
            @PathVariable UUID therapist,
            @PathVariable UUID credential,
            @ModelAttribute RulingForm form) {
        return rule(about(manager, therapist, credential, Ruling.Kind.REINSTATEMENT, language), form);
    }

    private Mono<Rendering> ask(Case about) {
        return page(about).map(page -> view(page, HttpStatus.OK, FormErrors.none()));
    }

    private Mono<Rendering> rule(Case about, RulingForm form) {
        var reason = form.reason() == null ? "" : form.reason();
        if (!Reason.isWellFormed(reason)) {
            return wrongReason(about, reason);
        }
        return Mono.fromSupplier(() -> seen(form))
                .flatMap(seen -> decide(about, seen, new Reason(reason))
                        .onErrorResume(LicencePages::isTooLate, late -> showWhatChanged(about, seen, reason)));
    }

    private Mono<Rendering> decide(Case about, long seen, Reason reason) {
        return desk.rule(about.manager(), about.therapist(), about.credential(), seen, about.kind(), reason)
                .map(after -> done(about));
    }

    private Mono<Rendering> wrongReason(Case about, String typed) {
        var errors = FormErrors.of("reason", "therapist.ruling.reason.wrong", Reason.LONGEST);
        return page(about).map(page -> view(page.holding(typed), HttpStatus.UNPROCESSABLE_CONTENT, errors));
    }

    private Mono<Rendering> showWhatChanged(Case about, long seen, String typed) {
        return Mono.zip(licence(about), desk.ruledSince(about.manager(), about.therapist(), seen))
                .map(both -> page(about, both.getT1())
                        .holding(typed)
                        .after(RulingPage.changes(
                                both.getT2(),
                                about.manager().account(),
                                both.getT1().granted().jurisdiction().boardZone(),
                                about.language())))
                .map(page -> view(page, HttpStatus.CONFLICT, FormErrors.none()));
    }

    private Mono<RulingPage> page(Case about) {
        return licence(about).map(licence -> page(about, licence));
    }

    private Mono<Licence> licence(Case about) {
        return desk.licence(about.manager(), about.therapist(), about.credential());
    }

    private static RulingPage page(Case about, Licence licence) {
        return RulingPage.of(licence, licence.granted(), about.kind(), about.language());
    }

    private static Rendering view(RulingPage page, HttpStatus status, FormErrors errors) {
        return Rendering.view("therapist/oversight/ruling")
                .status(status)
                .modelAttribute("page", page)
                .modelAttribute("errors", errors)
                .modelAttribute("here", page.action())
                .build();
    }

    private static Rendering done(Case about) {
        return Rendering.redirectTo(LicencesPage.PATH + "?done=" + about.kind())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    private static boolean isTooLate(Throwable failure) {
        return failure instanceof TherapistRefused.VersionStale || failure instanceof CredentialRefused;
    }

    private static long seen(RulingForm form) {
        try {
            return Long.parseLong(form.version() == null ? "" : form.version());
        } catch (NumberFormatException notOurs) {
            throw new BadRequest.BadValue("version");
        }
    }

    private static Case about(
            Actor.Manager manager, UUID therapist, UUID credential, Ruling.Kind kind, Locale language) {
        return new Case(manager, new TherapistId(therapist), new CredentialId(credential), kind, language);
    }
}
