package health.reprieve.booking.appointment;

import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.Clinics;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Slots;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.time.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Which times can be had. */
@Service
public class Openings {

    /** Days that have space, shown together. */
    public static final int DAYS = 10;

    private static final int DAYS_LOOKED_AT_TOGETHER = 21;
    private static final int FARTHEST_DAYS = 400;
    private static final int DAYS_AROUND_A_WISH = 7;
    private static final int ALTERNATIVES = 3;

    private final Clinics clinics;
    private final KnownTherapists therapists;
    private final Situations situations;
    private final DeskFigures figures;
    private final Clock clock;

    Openings(Clinics clinics, KnownTherapists therapists, Situations situations, DeskFigures figures, Clock clock) {
        this.clinics = clinics;
        this.therapists = therapists;
        this.situations = situations;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * The first ten days that have space.
     *
     * @param from first clinic-local day to look at; null or past: today
     * @throws BookingRefused.ClinicUnknown through the Mono
     * @throws BookingRefused.ClearanceNeeded through the Mono, when what hurts cannot be booked online
     */
    public Mono<OpenDays> firstDays(ClinicId clinicId, Condition condition, @Nullable LocalDate from, Asker asker) {
        return figures.searched(search(clinicId, condition, from, asker));
    }

    private Mono<OpenDays> search(ClinicId clinicId, Condition condition, @Nullable LocalDate from, Asker asker) {
        if (!condition.canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        var now = clock.instant();
        return clinic(clinicId)
                .zipWhen(clinic -> therapists.at(clinic.id()))
                .map(both -> search(both.getT1(), both.getT2(), new Need(condition, from, asker, now)))
                .flatMap(this::lookOn)
                .map(OpeningSearch::answer);
    }

    private record Need(Condition condition, @Nullable LocalDate from, Asker asker, Instant now) {}

    /** The times nearest to a wanted one, at most three, nearest first. */
    Mono<List<Offer>> nearest(Clinic clinic, TimeRange wanted, Asker asker, Instant now) {
        var today = now.atZone(clinic.zone()).toLocalDate();
        var wished = latest(today, wanted.start().atZone(clinic.zone()).toLocalDate());
        var distance = Comparator.comparing((Offer offer) ->
                Duration.between(wanted.start(), offer.time().start()).abs());
        var around = new Situations.Question(
                clinic,
                wanted.length(),
                latest(today, wished.minusDays(DAYS_AROUND_A_WISH)),
                wished.plusDays(DAYS_AROUND_A_WISH),
                asker,
                now);
        return situations
                .ofAll(around)
                .map(gathered -> Slots.free(gathered.situation()).all().stream()
                        .sorted(distance.thenComparing(Offer::time))
                        .limit(ALTERNATIVES)
                        .toList());
    }

    /** @throws BookingRefused.ClinicUnknown through the Mono */
    public Mono<Clinic> clinic(ClinicId id) {
        return clinics.find(id).switchIfEmpty(Mono.error(BookingRefused.ClinicUnknown::new));
    }

    private OpeningSearch search(Clinic clinic, List<KnownTherapist> known, Need need) {
        var today = need.now.atZone(clinic.zone()).toLocalDate();
        var lastDay = situations.policy().horizon().lastDay(today).orElse(today.plusDays(FARTHEST_DAYS));
        var first = need.from == null ? today : latest(today, need.from);
        var matches = known.stream()
                .map(therapist -> Match.of(therapist, clinic, need.condition, need.now))
                .collect(Collectors.toMap(Match::therapist, Function.identity()));
        return new OpeningSearch(
                clinic, known, need.condition, need.asker, need.now, first, lastDay, List.of(), matches);
    }

    /** Looks at some weeks at a time, until enough days were found or the horizon is reached. */
    private Mono<OpeningSearch> lookOn(OpeningSearch search) {
        if (search.isOver()) {
            return Mono.just(search);
        }
        var until = earliest(search.from().plusDays(DAYS_LOOKED_AT_TOGETHER - 1L), search.lastDay());
        return situations
                .of(search.therapists(), search.upTo(until))
                .map(gathered -> search.lookedAt(gathered, until))
                .flatMap(this::lookOn);
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earliest(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
