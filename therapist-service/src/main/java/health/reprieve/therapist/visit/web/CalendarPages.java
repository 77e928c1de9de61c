package health.reprieve.therapist.visit.web;

import health.reprieve.access.Actor;
import health.reprieve.therapist.visit.DayBook;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A therapist's own day. */
@Controller
class CalendarPages {

    static final String PATH = "/calendar";

    private final DayBook book;

    CalendarPages(DayBook book) {
        this.book = book;
    }

    @GetMapping(PATH)
    Mono<Rendering> day(
            Actor.Therapist therapist, Locale language, @RequestParam(required = false) @Nullable String day) {
        return Mono.defer(() -> book.open(therapist, dayOrToday(day)))
                .map(own -> Rendering.view("therapist/visit/day")
                        .modelAttribute("page", DayPage.of(own, language))
                        .build());
    }

    private static @Nullable LocalDate dayOrToday(@Nullable String day) {
        return day == null ? null : Days.read(day);
    }
}
