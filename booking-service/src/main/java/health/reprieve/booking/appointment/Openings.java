package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.board.ClinicBoard;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Which times can be had. */
@Service
public class Openings {

    private static final int DAYS_AROUND_A_WISH = 7;
    private static final int ALTERNATIVES = 3;

    private final Situations situations;
    private final DeskFigures figures;
    private final Clock clock;

    Openings(Situations situations, DeskFigures figures, Clock clock) {
        this.situations = situations;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param treatment null: the clinic's default
     * @param length null: what is usual for what hurts
     * @param chosen whose times are looked for; none: anybody's
     * @param from first clinic-local day to look at; null or past: today
     */
    public record Search(
            ClinicId clinic,
            Condition condition,
            @Nullable TreatmentId treatment,
            @Nullable Duration length,
            Set<TherapistId> chosen,
            @Nullable LocalDate from) {

        public Search {
            chosen = Set.copyOf(chosen);
        }
    }

    /**
     * The first ten days that have space, with the best suited therapists of each time.
     *
     * @throws BookingRefused.ClinicUnknown through the Mono
     * @throws BookingRefused.ClearanceNeeded through the Mono, when what hurts cannot be booked online
     * @throws BookingRefused.TreatmentUnknown through the Mono
     * @throws BookingRefused.LengthNotSold through the Mono
     */
    public Mono<OpenDays> firstDays(Search search, Asker asker) {
        return figures.searched(answer(search, asker));
    }

    /** The same for the clinic's default treatment, as long as is usual, by anybody who suits. */
    public Mono<OpenDays> firstDays(ClinicId clinic, Condition condition, @Nullable LocalDate from, Asker asker) {
        return firstDays(new Search(clinic, condition, null, null, Set.of(), from), asker);
    }

    private Mono<OpenDays> answer(Search search, Asker asker) {
        if (!search.condition.canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        var now = clock.instant();
        return situations.at(search.clinic).map(desk -> {
            var treatment = Menu.treatment(desk.board(), search.treatment);
            var length = Menu.length(treatment, search.condition, search.length);
            var question = new Situations.Question(Work.of(treatment, length, null), asker, now);
            var today = desk.today(now);
            var first = search.from == null || search.from.isBefore(today) ? today : search.from;
            return new OpeningSearch(desk, search.condition, search.chosen, question, first).answer();
        });
    }

    /** The times nearest to a wanted one, at most three, nearest first. */
    Mono<List<Offer>> nearest(ClinicId clinic, Instant wanted, Situations.Question question) {
        var now = question.now();
        var distance = Comparator.comparing(
                (Offer offer) -> Duration.between(wanted, offer.time().start()).abs());
        return situations.at(clinic).map(desk -> {
            var wished = desk.today(wanted);
            var first = later(desk.today(now), wished.minusDays(DAYS_AROUND_A_WISH));
            var last = earlier(desk.lastDay(now), wished.plusDays(DAYS_AROUND_A_WISH));
            return last.isBefore(first)
                    ? List.of()
                    : desk.free(desk.board().therapists(), question, first, last).all().stream()
                            .sorted(distance.thenComparing(Offer::time))
                            .limit(ALTERNATIVES)
                            .toList();
        });
    }

    /**
     * The clinic as it is now, for whoever looks for more than the next days.
     *
     * @throws BookingRefused.ClinicUnknown through the Mono
     */
    public Mono<Vacancies> vacancies(ClinicId clinic) {
        return situations.at(clinic).map(desk -> new Vacancies(desk, clock.instant()));
    }

    /** @throws BookingRefused.ClinicUnknown through the Mono */
    public Mono<Clinic> clinic(ClinicId id) {
        return situations.at(id).map(Situations.Desk::board).map(ClinicBoard::clinic);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
