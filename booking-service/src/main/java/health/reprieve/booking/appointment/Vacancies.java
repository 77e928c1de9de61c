package health.reprieve.booking.appointment;

import health.reprieve.access.BrowserId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.TreatmentId;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be had at a clinic at one moment, for whoever looks for a time on somebody else's behalf. */
public final class Vacancies {

    private static final int DAYS_LOOKED_AT_TOGETHER = 7;

    private final Situations.Desk desk;
    private final Instant now;

    Vacancies(Situations.Desk desk, Instant now) {
        this.desk = desk;
        this.now = now;
    }

    public Clinic clinic() {
        return desk.board().clinic();
    }

    /** How long before a start it can be booked at the latest. */
    public Duration notice() {
        return desk.policy().notice();
    }

    /**
     * What is looked for.
     *
     * @param treatment null: the clinic's default
     * @param chosen whose times; none: anybody's
     * @param from first clinic-local day
     * @param until last clinic-local day, itself included
     * @param asker whose other visits must not overlap
     */
    public record Search(
            @Nullable TreatmentId treatment,
            Duration length,
            Set<TherapistId> chosen,
            LocalDate from,
            LocalDate until,
            Asker asker) {}

    /**
     * The earliest of the free times that suits; empty when none does.
     *
     * @throws BookingRefused.TreatmentUnknown if the clinic sells no such treatment
     */
    public Optional<Offer> first(Search search, Predicate<Offer> suits) {
        var question = question(search.treatment(), search.length(), search.asker());
        var therapists = therapists(search.chosen());
        var last = earlier(search.until(), desk.lastDay(now));
        for (var day = later(search.from(), desk.today(now)); !day.isAfter(last); day = next(day)) {
            var found = desk.free(therapists, question, day, earlier(next(day).minusDays(1), last)).all().stream()
                    .filter(suits)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether a time could still be booked for whom it is kept. */
    public boolean isOffered(KeptTimes.Kept kept, TherapistId therapist, TimeRange time) {
        var sold = kept.wish().treatment();
        if (sold != null
                && desk.board().treatments().stream()
                        .noneMatch(treatment -> treatment.id().equals(sold))) {
            return false;
        }
        var question = question(sold, time.length(), kept.asker());
        return desk.check(therapist, question, time.start()) instanceof Verdict.Offered;
    }

    /** Whether anything is kept for that browser. */
    public boolean isHeldBy(BrowserId browser) {
        return !desk.board().own(browser, null, null).isEmpty();
    }

    private Situations.Question question(@Nullable TreatmentId treatment, Duration length, Asker asker) {
        return new Situations.Question(Work.of(Menu.treatment(desk.board(), treatment), length, null), asker, now);
    }

    private List<KnownTherapist> therapists(Set<TherapistId> chosen) {
        var all = desk.board().therapists();
        return chosen.isEmpty()
                ? all
                : all.stream().filter(known -> chosen.contains(known.id())).toList();
    }

    private static LocalDate next(LocalDate first) {
        return first.plusDays(DAYS_LOOKED_AT_TOGETHER);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
