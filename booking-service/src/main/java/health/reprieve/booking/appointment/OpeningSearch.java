package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One look for days that have space.
 *
 * @param from first clinic-local day to look at
 * @param lastDay last clinic-local day within the horizon
 * @param found days found so far, at most one more than asked for
 */
record OpeningSearch(
        Clinic clinic,
        Condition condition,
        Asker asker,
        Instant now,
        LocalDate from,
        LocalDate lastDay,
        List<OpenDays.Day> found,
        Map<TherapistId, Match> matches) {

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingInt(Match::fit).reversed().thenComparing(Match::name);

    boolean isOver() {
        return found.size() > Openings.DAYS || from.isAfter(lastDay);
    }

    /** The search after the days up to the given one were looked at. */
    OpeningSearch lookedAt(Situations.Gathered gathered, LocalDate until) {
        var fits = gathered.therapists().stream()
                .map(therapist -> Match.of(therapist, clinic, condition, now))
                .collect(Collectors.toMap(Match::therapist, Function.identity()));
        var days = new ArrayList<>(found);
        days.addAll(days(Slots.offers(gathered.situation()), fits));
        return new OpeningSearch(clinic, condition, asker, now, until.plusDays(1), lastDay, days, fits);
    }

    OpenDays answer() {
        var days = found.stream().limit(Openings.DAYS).toList();
        var next = found.size() > Openings.DAYS ? found.get(Openings.DAYS).date() : null;
        var offered = days.stream()
                .flatMap(day -> day.offers().stream())
                .map(Offer::therapist)
                .distinct()
                .map(therapist -> requireNonNull(matches.get(therapist)))
                .sorted(BEST_FIRST)
                .toList();
        return new OpenDays(clinic, days, offered, next);
    }

    private List<OpenDays.Day> days(List<Offer> offers, Map<TherapistId, Match> fits) {
        var bestFirst = Comparator.comparing(Offer::time)
                .thenComparing(offer -> requireNonNull(fits.get(offer.therapist())), BEST_FIRST);
        return offers.stream()
                .sorted(bestFirst)
                .collect(Collectors.groupingBy(
                        offer -> offer.time().start().atZone(clinic.zone()).toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new OpenDays.Day(day.getKey(), day.getValue()))
                .toList();
    }
}
