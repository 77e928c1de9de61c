package health.reprieve.booking.appointment;

import health.reprieve.access.BrowserId;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.treatment.Treatment;
import health.reprieve.booking.treatment.TreatmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be had at a clinic at one moment, for whoever looks for more than the next days. */
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

    /** Where the clinic is. */
    public LocalDate today() {
        return desk.today(now);
    }

    /**
     * What is looked for.
     *
     * @param treatment null: the clinic's default
     * @param length null: what is usual for what hurts
     * @param spacing that is kept from the patient's other visits, from start to start; null: any
     * @param asker whose other visits must not overlap
     */
    public record Search(
            Condition condition,
            @Nullable TreatmentId treatment,
            @Nullable Duration length,
            @Nullable Duration spacing,
            Asker asker) {}

    /**
     * What would be given.
     *
     * @throws BookingRefused.TreatmentUnknown if the clinic sells no such treatment
     * @throws BookingRefused.LengthNotSold if it is not given for that long
     */
    public Treatment treatment(Search search) {
        var treatment = Menu.treatment(desk.board(), search.treatment);
        Menu.length(treatment, search.condition, search.length);
        return treatment;
    }

    /** Who works there, whose techniques fit what hurts best first. */
    public List<TherapistId> bestFirst(Condition condition) {
        return desk.board().bestFirst(condition).stream()
                .map(KnownTherapist::id)
                .toList();
    }

    /**
     * All that is free, by start, then by therapist.
     *
     * @param chosen whose times
     * @param from first clinic-local day
     * @param until last clinic-local day, itself included; what lies beyond the clinic's horizon is left out
     */
    public List<Offer> all(Search search, Set<TherapistId> chosen, LocalDate from, LocalDate until) {
        var first = from.isBefore(today()) ? today() : from;
        var farthest = desk.lastDay(now);
        var last = until.isAfter(farthest) ? farthest : until;
        var therapists = desk.board().therapists().stream()
                .filter(known -> chosen.contains(known.id()))
                .toList();
        return last.isBefore(first)
                ? List.of()
                : desk.free(therapists, question(search), first, last).all();
    }

    /**
     * The earliest of the free times that suits; empty when none does.
     *
     * @param chosen whose times
     * @param from first clinic-local day
     * @param until last clinic-local day, itself included; what lies beyond the clinic's horizon is left out
     */
    public Optional<Offer> first(
            Search search, Set<TherapistId> chosen, LocalDate from, LocalDate until, Predicate<Offer> suits) {
        var day = from.isBefore(today()) ? today() : from;
        var farthest = desk.lastDay(now);
        var last = until.isAfter(farthest) ? farthest : until;
        var found = Optional.<Offer>empty();
        for (; found.isEmpty() && !day.isAfter(last); day = day.plusDays(DAYS_LOOKED_AT_TOGETHER)) {
            var week = day.plusDays(DAYS_LOOKED_AT_TOGETHER - 1);
            found = all(search, chosen, day, week.isAfter(last) ? last : week).stream()
                    .filter(suits)
                    .findFirst();
        }
        return found;
    }

    /** Whether a time could still be booked for whom it is kept; never, once what it is for is sold no more. */
    public boolean isOffered(Search search, TherapistId therapist, Instant start) {
        try {
            return reasonsAgainst(search, therapist, start).isEmpty();
        } catch (BookingRefused notSold) {
            return false;
        }
    }

    /** Whether a free time is left when the visits that have lost their space have it again. */
    public boolean isLeft(Search search, Offer free, OwedSpace owed) {
        var near = owed.near(free.time());
        return near.isEmpty()
                || new Vacancies(desk.beside(near), now)
                        .isOffered(search, free.therapist(), free.time().start());
    }

    /** Whether anything is kept for that browser. */
    public boolean isHeldBy(BrowserId browser) {
        return desk.board().isHeldBy(browser);
    }

    /** Why somebody cannot be had then, in the order of the rules; none when they can. */
    public List<Refusal> reasonsAgainst(Search search, TherapistId therapist, Instant start) {
        return switch (desk.check(therapist, question(search), start)) {
            case Verdict.Offered offered -> List.of();
            case Verdict.Refused refused -> refused.reasons();
        };
    }

    private Situations.Question question(Search search) {
        var treatment = Menu.treatment(desk.board(), search.treatment);
        var length = Menu.length(treatment, search.condition, search.length);
        return new Situations.Question(Work.of(treatment, length, search.spacing), search.asker, now);
    }
}
