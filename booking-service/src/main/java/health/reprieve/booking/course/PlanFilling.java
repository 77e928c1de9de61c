package health.reprieve.booking.course;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.slot.LocalInstant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the visits of one rhythm their times. Chains of times that keep the spacing are weighed against each other, the
 * cheapest of them from visit to visit: leaving one out costs more than anything else, then a pause that is too long, then another
 * therapist, another day, another time.
 */
final class PlanFilling {

    /** A visit that is left out costs more than all that can be amiss with the others. */
    private static final int LEFT_OUT = 100_000;

    /** In quarters of an hour by which a time is off; no other time of the day is worse than another day. */
    private static final int MOST_FOR_TIME = 40;

    /** A pause that is a day too long is worse than any other time, and better than no visit. */
    private static final int PER_DAY_TOO_LONG = 1_000;

    private static final int MOST_CHAINS = 150;

    private static final int PER_DAY = 60;
    private static final int ANOTHER_THERAPIST = 160;
    private static final int QUARTER = 15;

    private static final int ALTERNATIVES = 3;

    private static final Comparator<Option> CHEAPEST_FIRST =
            Comparator.comparingInt(Option::price).thenComparing(Option::choice, Choice.IN_TIME);

    private final Demand demand;
    private final FreeStarts free;
    private final Rhythm rhythm;
    private final TherapistId therapist;
    private final LocalDate firstDay;
    private final List<LocalDateTime> wanted;
    private final List<Place> open;

    PlanFilling(Demand demand, FreeStarts free, Rhythm rhythm, TherapistId therapist) {
        this.demand = demand;
        this.free = free;
        this.rhythm = rhythm;
        this.therapist = therapist;
        this.firstDay = demand.firstDay(rhythm);
        this.open = demand.open();
        this.wanted = demand.wanted(rhythm);
    }

    Plan plan() {
        var options = IntStream.range(0, open.size()).mapToObj(this::options).toList();
        var chosen = cheapest(options);
        var visits = IntStream.range(0, open.size())
                .mapToObj(i -> planned(i, chosen, options.get(i)))
                .toList();
        return new Plan(rhythm, therapist, firstDay, visits);
    }

    /** @param price how far it is from what was wanted */
    private record Option(Choice choice, LocalDate day, int price) {}

    /** What keeps the spacing to all visits that stand, cheapest first. */
    private List<Option> options(int place) {
        return demand.daysOf(open.get(place), firstDay)
                .flatMap(day -> optionsOn(day, wanted.get(place)))
                .sorted(CHEAPEST_FIRST)
                .toList();
    }

    /** Of each start the therapist's or, where they have it not, that of the best suited who does. */
    private Stream<Option> optionsOn(LocalDate day, LocalDateTime wish) {
        var starts = new LinkedHashSet<Instant>();
        free.on(day).forEach(choice -> starts.add(choice.start()));
        return starts.stream()
                .filter(start -> isWished(start))
                .map(start -> Optional.of(new Choice(start, therapist))
                        .filter(free::has)
                        .or(() -> free.bestAt(start))
                        .orElseThrow())
                .filter(choice -> demand.standing().values().stream().allMatch(other -> areApart(choice, other)))
                .map(choice -> new Option(choice, day, price(choice, day, wish)));
    }

    /** Who names hours comes in no other; who names one time is asked about others. */
    private boolean isWished(Instant start) {
        var wishes = demand.wishes();
        return wishes.isOneTime() || wishes.allow(start.atZone(demand.zone()).toLocalTime());
    }

    private boolean isTheirs(Choice choice) {
        return choice.therapist().equals(therapist);
    }

    private int price(Choice choice, LocalDate day, LocalDateTime wish) {
        long days = Math.abs(ChronoUnit.DAYS.between(wish.toLocalDate(), day));
        var local = choice.start().atZone(demand.zone()).toLocalTime();
        var minutes = Duration.between(wish.toLocalTime(), local).abs().toMinutes();
        int forTime = (int) Math.min(MOST_FOR_TIME, minutes / QUARTER);
        return (int) days * PER_DAY + forTime + (isTheirs(choice) ? 0 : ANOTHER_THERAPIST);
    }

    /** What may be chosen without asking. */
    private Stream<Option> unasked(int place, List<Option> options) {
        var fills = demand.wishes().gaps() == Wishes.Gaps.FILL;
        return options.stream().filter(option -> fills || fit(place, option.choice) == Plan.Fit.AS_WANTED);
    }

    /**
     * A chain of choices up to some place.
     *
     * @param at the place of the last choice
     * @param last null: nothing was chosen yet
     */
    private record Chain(
            int at, @Nullable Option last, @Nullable Chain before, int price) {}

    /** The cheapest chain through all places; where it leaves one out, there is nothing. */
    private List<Optional<Choice>> cheapest(List<List<Option>> options) {
        List<Chain> chains = List.of(new Chain(-1, null, null, 0));
        for (int i = 0; i < options.size(); i++) {
            chains = lengthened(chains, i, unasked(i, options.get(i)).toList());
        }
        var best = chains.stream().min(Comparator.comparingInt(Chain::price)).orElseThrow();
        var chosen = new ArrayList<Optional<Choice>>();
        open.forEach(place -> chosen.add(Optional.empty()));
        for (var chain = best; chain != null && chain.last != null; chain = chain.before) {
            chosen.set(chain.at, Optional.of(chain.last.choice));
        }
        return chosen;
    }

    private List<Chain> lengthened(List<Chain> chains, int place, List<Option> options) {
        var longer = new ArrayList<Chain>();
        chains.forEach(chain -> longer.add(new Chain(chain.at, chain.last, chain.before, chain.price + LEFT_OUT)));
        for (var option : options) {
            chains.stream()
                    .filter(chain -> chain.last == null || follows(chain.last, option))
                    .map(chain -> new Chain(
                            place, option, chain, chain.price + option.price + forPause(chain, option, place)))
                    .min(Comparator.comparingInt(Chain::price))
                    .ifPresent(longer::add);
        }
        return longer.stream()
                .sorted(Comparator.comparingInt(Chain::price))
                .limit(MOST_CHAINS)
                .toList();
    }

    private boolean follows(Option before, Option option) {
        return areApart(before.choice, option.choice) && before.choice.start().isBefore(option.choice.start());
    }

    /** What is planned to be weeks later, or comes after a visit that is left out, is no pause that is too long. */
    private int forPause(Chain chain, Option option, int place) {
        if (chain.last == null
                || open.get(chain.at).number() != open.get(place).number() - 1
                || open.get(place).week() - open.get(chain.at).week() > 1) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(chain.last.day, option.day);
        int most = demand.dose().mostDaysBefore(open.get(place));
        return (int) Math.max(0, days - most) * PER_DAY_TOO_LONG;
    }

    private boolean areApart(Choice one, Choice other) {
        return demand.dose().areApart(one.start(), other.start());
    }

    private Plan.PlannedVisit planned(int place, List<Optional<Choice>> chosen, List<Option> options) {
        var choice = chosen.get(place);
        var fit = choice.map(one -> fit(place, one)).orElse(Plan.Fit.NONE);
        var alternatives = fit == Plan.Fit.AS_WANTED ? List.<Choice>of() : alternatives(place, chosen, options);
        return new Plan.PlannedVisit(open.get(place), wanted.get(place), choice, fit, alternatives);
    }

    private Plan.Fit fit(int place, Choice choice) {
        var local = choice.start().atZone(demand.zone()).toLocalDateTime();
        var wish = wanted.get(place);
        if (!isTheirs(choice)) {
            return Plan.Fit.OTHER_THERAPIST;
        }
        if (!local.toLocalDate().equals(wish.toLocalDate())) {
            return Plan.Fit.OTHER_DAY;
        }
        var once = LocalInstant.of(wish, demand.zone()) instanceof LocalInstant.Once(Instant instant)
                && instant.equals(choice.start());
        return once ? Plan.Fit.AS_WANTED : Plan.Fit.OTHER_TIME;
    }

    private List<Choice> alternatives(int place, List<Optional<Choice>> chosen, List<Option> options) {
        var others = IntStream.range(0, open.size())
                .filter(i -> i != place)
                .mapToObj(chosen::get)
                .flatMap(Optional::stream)
                .toList();
        return options.stream()
                .map(Option::choice)
                .filter(option -> others.stream().allMatch(other -> areApart(option, other)))
                .filter(option -> !Optional.of(option).equals(chosen.get(place)))
                .limit(ALTERNATIVES)
                .toList();
    }
}
