package health.reprieve.booking.slot;

import health.reprieve.access.TherapistId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The times of a situation that can be had. They are found when asked for, so asking for few costs little. */
public final class FreeTimes {

    private static final Comparator<Starts> BY_THERAPIST =
            Comparator.comparing(starts -> starts.therapist().value());

    private static final int THIRD = 3;
    private static final int ALL = Integer.MAX_VALUE;

    private final Situation situation;
    private final Reading reading;
    private final Timeline timeline;
    private final List<Starts> starts;

    private FreeTimes(Situation situation, Reading reading, List<Starts> starts) {
        this.situation = situation;
        this.reading = reading;
        this.timeline = reading.timeline();
        this.starts = starts;
    }

    /** When one therapist can begin, if there is a room. */
    private record Starts(TherapistId therapist, BitSet at) {}

    static FreeTimes of(Situation situation, Reading reading) {
        var starts = situation.candidates().stream()
                .map(candidate -> new Starts(candidate.therapist(), reading.starts(candidate)))
                .filter(found -> !found.at.isEmpty())
                .sorted(BY_THERAPIST)
                .toList();
        return new FreeTimes(situation, reading, starts);
    }

    /** All of them, by start, then by therapist. */
    public List<Offer> all() {
        var offers = new ArrayList<Offer>();
        var some = anybodys(starts);
        for (int start = some.nextSetBit(0); start >= 0; start = some.nextSetBit(start + 1)) {
            addAt(start, starts, ALL, offers);
        }
        return offers;
    }

    /** Those of one instant, by therapist. */
    public List<Offer> at(Instant start) {
        var offers = new ArrayList<Offer>();
        int index = timeline.find(start);
        if (index >= 0) {
            addAt(index, starts, ALL, offers);
        }
        return offers;
    }

    /** A clinic-local day with its offers. */
    public record Day(LocalDate date, List<Offer> offers) {}

    /**
     * The first days that have any.
     *
     * @param bestFirst whose offers are preferred; those of anybody else are left out
     * @param perStart offers of one start, at most
     */
    public List<Day> firstDays(int most, List<TherapistId> bestFirst, int perStart) {
        var known = starts.stream().collect(Collectors.toMap(Starts::therapist, Function.identity()));
        var ranked = bestFirst.stream().map(known::get).filter(Objects::nonNull).toList();
        var days = new ArrayList<Day>();
        var some = anybodys(ranked);
        int start = some.nextSetBit(0);
        while (start >= 0 && days.size() < most) {
            var date = date(start);
            int next = timeline.indexOf(
                    date.plusDays(1).atStartOfDay(situation.practice().zone()).toEpochSecond());
            var offers = new ArrayList<Offer>();
            for (; start >= 0 && start < next; start = some.nextSetBit(start + 1)) {
                addAt(start, ranked, perStart, offers);
            }
            if (!offers.isEmpty()) {
                days.add(new Day(date, offers));
            }
        }
        return days;
    }

    private LocalDate date(int start) {
        return timeline.instant(start).atZone(situation.practice().zone()).toLocalDate();
    }

    /** The therapist's first. */
    public Optional<Offer> next(TherapistId therapist) {
        return of(therapist).findFirst();
    }

    /**
     * How long until the therapist has had room for three more sessions, from now to the third one's start: the usual
     * measure of how hard it is to be seen, as a single gap that somebody else has just left says little. The three do
     * not share a minute, and have the rest between them.
     */
    public Optional<Duration> timeToThirdNext(TherapistId therapist) {
        var rest = situation.practice().policy().rest();
        var gap = Gap.between(rest, rest);
        var apart = situation.session().length().plusSeconds(Math.max(gap.before(), gap.after()));
        Instant earliest = Instant.MIN;
        int found = 0;
        for (var offer : (Iterable<Offer>) of(therapist)::iterator) {
            var start = offer.time().start();
            if (!start.isBefore(earliest)) {
                found++;
                earliest = start.plus(apart);
            }
            if (found == THIRD) {
                return Optional.of(Duration.between(situation.now(), start));
            }
        }
        return Optional.empty();
    }

    private Stream<Offer> of(TherapistId therapist) {
        return starts.stream()
                .filter(found -> found.therapist.equals(therapist))
                .flatMap(found -> found.at.stream().boxed().flatMap(start -> reading.offer(start, therapist).stream()));
    }

    private BitSet anybodys(List<Starts> some) {
        var anybodys = new BitSet(timeline.size());
        some.forEach(found -> anybodys.or(found.at));
        return anybodys;
    }

    private void addAt(int start, List<Starts> of, int most, List<Offer> offers) {
        var place = reading.room(start);
        if (place.isEmpty()) {
            return;
        }
        var time = reading.time(start);
        int left = most;
        for (int i = 0; i < of.size() && left > 0; i++) {
            var found = of.get(i);
            if (found.at.get(start)) {
                left--;
                offers.add(new Offer(
                        time, found.therapist, place.get().room(), place.get().swap()));
            }
        }
    }
}
