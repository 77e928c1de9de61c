package health.reprieve.booking.draft.web;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.HoldDesk;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.draft.Draft;
import health.reprieve.booking.draft.Drafts;
import health.reprieve.booking.slot.Offer;
import health.reprieve.ui.form.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Where a time is chosen, and held for the browser that chose it. */
@Controller
@RequestMapping("/book")
class TimesPages {

    private final Drafts drafts;
    private final Openings openings;
    private final HoldDesk holds;
    private final Clock clock;

    TimesPages(Drafts drafts, Openings openings, HoldDesk holds, Clock clock) {
        this.drafts = drafts;
        this.openings = openings;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * @param time the value of the button that was pressed
     * @param from the first day that the page showed; null: the first one with space
     */
    record HoldForm(
            @Nullable String time,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from) {}

    @GetMapping("/times")
    Mono<Rendering> times(
            Actor actor,
            Locale language,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Setback setback) {
        return draftOf(actor)
                .flatMap(draft -> shown(actor, draft, new View(language, from, day, setback, HttpStatus.OK), List.of()))
                .defaultIfEmpty(Browsing.to("/book"));
    }

    @PostMapping("/hold")
    Mono<Rendering> hold(Actor actor, Locale language, @ModelAttribute HoldForm form) {
        var chosen = ChosenTime.parse(form.time()).orElseThrow(() -> new ServerWebInputException("time"));
        return draftOf(actor)
                .flatMap(draft -> hold(actor, draft, chosen)
                        .onErrorResume(
                                BookingRefused.TimeTaken.class,
                                taken -> instead(actor, draft, form.from(), language, taken.nearest()))
                        .onErrorResume(
                                BookingRefused.NotOffered.class,
                                none -> instead(actor, draft, form.from(), language, List.of()))
                        .onErrorReturn(BookingRefused.PatientHasVisitThen.class, Browsing.to(Setback.BUSY))
                        .onErrorReturn(BookingRefused.TooManyHolds.class, Browsing.to(Setback.MANY)))
                .defaultIfEmpty(Browsing.to("/book"));
    }

    /** How the page is to be shown. */
    private record View(
            Locale language,
            @Nullable LocalDate from,
            @Nullable LocalDate day,
            @Nullable Setback setback,
            HttpStatus status) {

        /** What to say about it; empty when nothing went wrong. */
        String setbackKey() {
            return setback == null ? "" : setback.key();
        }
    }

    private Mono<Draft> draftOf(Actor actor) {
        return drafts.find(Browsing.of(actor), clock.instant())
                .filter(draft -> draft.condition().canBeBookedOnline());
    }

    private Mono<Rendering> hold(Actor actor, Draft draft, ChosenTime chosen) {
        var wish = new Wish(draft.clinic(), chosen.therapist(), chosen.start(), draft.condition());
        return holds.hold(draft.browser(), Asker.of(actor), wish).map(hold -> Browsing.to("/book/you"));
    }

    private Mono<Rendering> instead(
            Actor actor, Draft draft, @Nullable LocalDate from, Locale language, List<Offer> nearest) {
        return shown(actor, draft, new View(language, from, null, null, HttpStatus.CONFLICT), nearest);
    }

    private Mono<Rendering> shown(Actor actor, Draft draft, View view, List<Offer> nearest) {
        return openings.firstDays(draft.clinic(), draft.condition(), view.from, Asker.of(actor))
                .map(open -> Rendering.view("booking/draft/times")
                        .status(view.status)
                        .modelAttribute(
                                "page",
                                TimesPage.of(open, draft.condition(), view.from, view.day, nearest, view.language))
                        .modelAttribute("from", view.from == null ? "" : view.from)
                        .modelAttribute("taken", view.status == HttpStatus.CONFLICT)
                        .modelAttribute("setback", view.setbackKey())
                        .modelAttribute("errors", FormErrors.none())
                        .modelAttribute("here", "/book/times")
                        .build());
    }
}
