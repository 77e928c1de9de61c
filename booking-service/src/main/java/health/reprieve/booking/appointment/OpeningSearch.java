package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Slots;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look for days that have space.
 *
 * @param therapists all of the clinic, the same from first day to last
 * @param from first clinic-local day to look at
 * @param lastDay last clinic-local day within the horizon
 * @param found days found so far
 * @param matches how each of the therapists suits
 */
record OpeningSearch(
        Clinic clinic,
        List<KnownTherapist> therapists,
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

    /** What to ask to look on up to the given day. */
    Situations.Question upTo(LocalDate until) {
        return new Situations.Question(clinic, condition.length(), from, until, asker, now);
    }

    /** The search after the days up to the given one were looked at. */
    OpeningSearch lookedAt(Situations.Gathered gathered, LocalDate until) {
        var days = new ArrayList<>(found);
        days.addAll(days(Slots.free(gathered.situation()).all()));
        return new OpeningSearch(clinic, therapists, condition, asker, now, until.plusDays(1), lastDay, days, matches);
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
        var names = therapists.stream().collect(Collectors.toMap(KnownTherapist::id, KnownTherapist::name));
        return new OpenDays(clinic, days, offered, names, next);
    }

    private List<OpenDays.Day> days(List<Offer> offers) {
        var bestFirst = Comparator.comparing(Offer::time)
                .thenComparing(offer -> requireNonNull(matches.get(offer.therapist())), BEST_FIRST);
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
