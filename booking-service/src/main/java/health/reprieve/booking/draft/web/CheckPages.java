package health.reprieve.booking.draft.web;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Hold;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.appointment.HoldId;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.draft.Drafts;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.form.FormErrors;
import health.reprieve.ui.part.Answer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where the patient checks the answers, and books. */
@Controller
@RequestMapping("/book")
class CheckPages {

    private final Drafts drafts;
    private final HoldDesk holds;
    private final BookingDesk desk;
    private final Openings openings;
    private final KnownTherapists therapists;
    private final Clock clock;

    CheckPages(
            Drafts drafts,
            HoldDesk holds,
            BookingDesk desk,
            Openings openings,
            KnownTherapists therapists,
            Clock clock) {
        this.drafts = drafts;
        this.holds = holds;
        this.desk = desk;
        this.openings = openings;
        this.therapists = therapists;
        this.clock = clock;
    }

    /** @param hold the held time that the page showed */
    record ConfirmForm(@Nullable UUID hold) {}

    /** @param longer whether the time was just kept longer, so that the page says so */
    @GetMapping("/check")
    Mono<Rendering> check(Actor actor, Locale language, @RequestParam(defaultValue = "false") boolean longer) {
        if (!(actor instanceof Actor.Patient patient)) {
            return Mono.just(Browsing.to("/book/you"));
        }
        return holds.current(patient.browser())
                .zipWith(drafts.find(patient.browser(), clock.instant()))
                .flatMap(both -> checked(patient, both.getT2(), both.getT1(), longer, language))
                .defaultIfEmpty(Browsing.to(Setback.LAPSED));
    }

    /** Keeps the time longer, for those who need a while to check. */
    @PostMapping("/check/longer")
    Mono<Rendering> keepLonger(Actor actor) {
        return holds.extend(Browsing.of(actor))
                .map(hold -> Browsing.to("/book/check?longer=true"))
                .onErrorReturn(BookingRefused.HoldUsedUp.class, Browsing.to("/book/check"))
                .onErrorReturn(BookingRefused.HoldExpired.class, Browsing.to(Setback.LAPSED))
                .onErrorReturn(BookingRefused.HoldUnknown.class, Browsing.to(Setback.LAPSED));
    }

    @PostMapping("/confirm")
    Mono<Rendering> confirm(Actor actor, Locale language, @ModelAttribute ConfirmForm form) {
        if (!(actor instanceof Actor.Patient patient) || form.hold() == null) {
            return Mono.just(Browsing.to("/book/check"));
        }
        var held = new HoldId(form.hold());
        return drafts.find(patient.browser(), clock.instant())
                .filter(draft -> draft.name() != null)
                .flatMap(draft -> book(patient, draft, held, language))
                .switchIfEmpty(Mono.defer(() -> desk.booked(patient, held)))
                .map(visit -> Browsing.to("/visits/" + visit.id() + "?booked=true"))
                .onErrorResume(BookingRefused.class, CheckPages::setBack)
                .defaultIfEmpty(Browsing.to("/book"));
    }

    /** Back to the times, if another time would help. */
    private static Mono<Rendering> setBack(BookingRefused refused) {
        return switch (refused) {
            case BookingRefused.HoldUnknown _,
                    BookingRefused.HoldExpired _,
                    BookingRefused.HoldDiffers _,
                    BookingRefused.TimeTaken _,
                    BookingRefused.NotOffered _ -> Mono.just(Browsing.to(Setback.LAPSED));
            case BookingRefused.PatientHasVisitThen _ -> Mono.just(Browsing.to(Setback.BUSY));
            case BookingRefused.ClearanceNeeded _,
                    BookingRefused.ClinicUnknown _,
                    BookingRefused.HoldUsedUp _,
                    BookingRefused.TooManyHolds _,
                    BookingRefused.TimesOverlap _,
                    BookingRefused.KeyReused _,
                    BookingRefused.AppointmentUnknown _,
                    BookingRefused.VersionStale _,
                    BookingRefused.NoLongerBooked _,
                    BookingRefused.AlreadyBegun _,
                    BookingRefused.TreatmentUnknown _,
                    BookingRefused.LengthNotSold _,
                    BookingRefused.PatientUnknown _,
                    BookingRefused.RoomUnknown _,
                    BookingRefused.NotPermitted _,
                    BookingRefused.NotInThatState _,
                    BookingRefused.TooEarly _,
                    BookingRefused.ReasonNeeded _,
                    BookingRefused.CallNeeded _ -> Mono.error(refused);
        };
    }

    private Mono<Appointment> book(Actor.Patient actor, Draft draft, HoldId held, Locale language) {
        var name = requireNonNull(draft.name());
        return openings.clinic(draft.clinic())
                .map(clinic -> new Patient(actor.id(), name, actor.email(), language.getLanguage(), clinic.zone()))
                .flatMap(patient -> desk.bookHeld(actor, patient, held, draft.condition()))
                .delayUntil(visit -> drafts.forget(actor.browser()));
    }

    private Mono<Rendering> checked(Actor.Patient actor, Draft draft, Hold hold, boolean longer, Locale language) {
        if (draft.name() == null) {
            return Mono.just(Browsing.to("/book/you"));
        }
        return openings.clinic(hold.first().clinic())
                .zipWith(therapists
                        .at(hold.first().clinic(), hold.first().therapist())
                        .map(KnownTherapist::name))
                .map(both -> {
                    var clinic = both.getT1();
                    var wall = WallTime.in(clinic.zone(), language);
                    return page(answers(actor, draft, hold, clinic, both.getT2(), wall), hold)
                            .modelAttribute("kept", KeptTime.of(hold, holds, wall, longer))
                            .build();
                });
    }

    private static List<Answer> answers(
            Actor.Patient actor, Draft draft, Hold hold, Clinic clinic, String therapist, WallTime wall) {
        var time = hold.first().time();
        return List.of(
                Answer.of("booking.check.when", wall.moment(time.start()), wall.length(time.length()))
                        .change("/book/times"),
                Answer.of("booking.check.where", clinic.name(), clinic.address())
                        .change("/book"),
                Answer.of("booking.check.who", therapist).change("/book/times"),
                Answer.of("booking.check.what", ConditionWords.of(draft.condition()))
                        .change("/book"),
                Answer.of("booking.check.name", Text.plain(requireNonNull(draft.name())))
                        .change("/book/you"),
                Answer.of("booking.check.email", actor.email().value()));
    }

    private static Rendering.Builder<?> page(List<Answer> answers, Hold hold) {
        return Rendering.view("booking/draft/check")
                .modelAttribute("answers", answers)
                .modelAttribute("hold", hold.id())
                .modelAttribute("errors", FormErrors.none());
    }
}
