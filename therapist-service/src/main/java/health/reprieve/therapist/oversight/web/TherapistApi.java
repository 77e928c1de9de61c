package health.reprieve.therapist.oversight.web;

import health.reprieve.access.Actor;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.oversight.LicenceDesk;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.therapist.profile.Roster;
import health.reprieve.therapist.profile.Therapist;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Therapists and their credentials for programs. */
@RestController
@RequestMapping("/api/v1/therapist/therapists")
class TherapistApi {

    private static final int MOST = 100;

    private final Roster roster;
    private final LicenceDesk desk;
    private final Clock clock;

    TherapistApi(Roster roster, LicenceDesk desk, Clock clock) {
        this.roster = roster;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Some therapists.
     *
     * @param next what to ask for {@code after} to read on; null: these were the last
     */
    record TherapistPage(
            List<TherapistView> therapists, @Nullable UUID next) {}

    /**
     * Why a manager rules as they do.
     *
     * @param reason in words that will be kept
     */
    record RulingBody(@Nullable String reason) {}

    /**
     * Lists the therapists.
     *
     * @param limit how many at most
     * @param after {@code next} of the page before; left out: the first page
     */
    @GetMapping
    Mono<TherapistPage> listTherapists(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        if (limit < 1 || limit > MOST) {
            return Mono.error(new BadRequest.BadValue("limit"));
        }
        return roster.page(actor, after == null ? null : new TherapistId(after), limit + 1)
                .map(found -> page(found, limit));
    }

    /**
     * Finds one therapist with their credentials.
     *
     * @param therapist id of the therapist
     */
    @GetMapping("/{therapist}")
    Mono<ResponseEntity<TherapistView>> findTherapist(Actor actor, @PathVariable UUID therapist) {
        return roster.get(actor, new TherapistId(therapist)).map(this::tagged);
    }

    /**
     * Suspends a credential. From now on it permits nothing: its times are no longer offered anywhere.
     *
     * @param therapist id of the therapist
     * @param credential id of the credential
     * @param ifMatch the ETag of the therapist as they were read: nobody's change is lost
     */
    @PostMapping("/{therapist}/credentials/{credential}/suspension")
    Mono<ResponseEntity<TherapistView>> suspendCredential(
            Actor.Manager manager,
            @PathVariable UUID therapist,
            @PathVariable UUID credential,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RulingBody body) {
        return rule(manager, therapist, credential, ifMatch, body, Ruling.Kind.SUSPENSION);
    }

    /**
     * Lifts the suspension of a credential.
     *
     * @param therapist id of the therapist
     * @param credential id of the credential
     * @param ifMatch the ETag of the therapist as they were read: nobody's change is lost
     */
    @PostMapping("/{therapist}/credentials/{credential}/reinstatement")
    Mono<ResponseEntity<TherapistView>> reinstateCredential(
            Actor.Manager manager,
            @PathVariable UUID therapist,
            @PathVariable UUID credential,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RulingBody body) {
        return rule(manager, therapist, credential, ifMatch, body, Ruling.Kind.REINSTATEMENT);
    }

    private Mono<ResponseEntity<TherapistView>> rule(
            Actor.Manager manager,
            UUID therapist,
            UUID credential,
            @Nullable String ifMatch,
            RulingBody body,
            Ruling.Kind kind) {
        return Mono.defer(() -> desk.rule(
                        manager,
                        new TherapistId(therapist),
                        new CredentialId(credential),
                        SeenVersion.of(ifMatch),
                        kind,
                        reason(body)))
                .map(this::tagged);
    }

    private static Reason reason(RulingBody body) {
        if (body.reason() == null || !Reason.isWellFormed(body.reason())) {
            throw new BadRequest.Invalid(FormErrors.of("reason", "therapist.ruling.reason.wrong", Reason.LONGEST));
        }
        return new Reason(body.reason());
    }

    private TherapistPage page(List<Therapist> found, int limit) {
        var now = clock.instant();
        var shown = found.stream().limit(limit).toList();
        return new TherapistPage(
                shown.stream()
                        .map(therapist -> TherapistView.of(therapist, now))
                        .toList(),
                found.size() > limit ? shown.getLast().id().value() : null);
    }

    private ResponseEntity<TherapistView> tagged(Therapist therapist) {
        return ResponseEntity.ok()
                .eTag(SeenVersion.tag(therapist.version()))
                .body(TherapistView.of(therapist, clock.instant()));
    }
}
