package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.slot.FreeTimes;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One look for days that have space.
 *
 * @param chosen whose times are looked for; none: anybody's
 * @param from first clinic-local day to look at
 */
record OpeningSearch(
        Situations.Desk desk,
        Condition condition,
        Set<TherapistId> chosen,
        Situations.Question question,
        LocalDate from) {

    /** Eleven working days lie within them, wherever in a week they begin. */
    private static final int DAYS_LOOKED_AT_TOGETHER = 17;

    /** Of one start, offers of the best suited therapists. */
    private static final int OFFERS_PER_START = 3;

    OpenDays answer() {
        var therapists = therapists();
        var found = firstDays(therapists, OpenDays.MOST + 1);
        var days = found.stream()
                .limit(OpenDays.MOST)
                .map(day -> new OpenDays.Day(day.date(), day.offers()))
                .toList();
        var next = Optional.of(found)
                .filter(all -> all.size() > OpenDays.MOST)
                .map(all -> all.get(OpenDays.MOST).date());
        return new OpenDays(
                desk.board().clinic(),
                question.work(),
                days,
                matches(therapists, days),
                desk.board().names(),
                next.orElse(null));
    }

    /** Best suited first. */
    private List<KnownTherapist> therapists() {
        var all = desk.board().bestFirst(condition);
        return chosen.isEmpty()
                ? all
                : all.stream().filter(known -> chosen.contains(known.id())).toList();
    }

    /** Looks at some weeks at a time, until enough days were found or the horizon is reached. */
    private List<FreeTimes.Day> firstDays(List<KnownTherapist> therapists, int most) {
        var bestFirst = therapists.stream().map(KnownTherapist::id).toList();
        var lastDay = desk.lastDay(question.now());
        var found = new ArrayList<FreeTimes.Day>();
        for (var first = from; found.size() < most && !first.isAfter(lastDay); first = next(first)) {
            var last = next(first).minusDays(1);
            found.addAll(desk.free(therapists, question, first, last.isAfter(lastDay) ? lastDay : last)
                    .firstDays(most - found.size(), bestFirst, OFFERS_PER_START));
        }
        return found;
    }

    private static LocalDate next(LocalDate first) {
        return first.plusDays(DAYS_LOOKED_AT_TOGETHER);
    }

    private List<Match> matches(List<KnownTherapist> therapists, List<OpenDays.Day> days) {
        var offered = days.stream()
                .flatMap(day -> day.offers().stream())
                .map(Offer::therapist)
                .collect(Collectors.toSet());
        return therapists.stream()
                .filter(known -> offered.contains(known.id()))
                .map(known -> match(known))
                .toList();
    }

    private Match match(KnownTherapist known) {
        var length = question.work().length();
        return Match.of(known, desk.board().clinic(), condition, length, question.now());
    }
}
