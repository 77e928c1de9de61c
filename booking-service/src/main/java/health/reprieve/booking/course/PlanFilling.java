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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the visits of one rhythm their times. All chains of times that keep the spacing are weighed against each other, so a
 * visit is without one only if there is no way to give it one, or another would lose its own.
 */
final class PlanFilling {

    /** A visit that is left out costs more than all that can be amiss with the others. */
    private static final int LEFT_OUT = 100_000;

    /** In quarters of an hour by which a time is off; no other time of the day is worse than another day. */
    private static final int MOST_FOR_TIME = 40;

    private static final int PER_DAY = 60;
    private static final int ANOTHER_THERAPIST = 160;
    private static final int QUARTER = 15;

    private static final int OF_THE_THERAPIST_A_DAY = 3;
    private static final int OF_OTHERS_A_DAY = 2;
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
        this.open = demand.open().toList();
        var all = rhythm.wanted(demand.dose(), firstDay);
        this.wanted = open.stream().map(place -> all.get(place.number() - 1)).toList();
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
        var weekBegins = firstDay.plusWeeks(open.get(place).week() - 1L);
        return Stream.iterate(weekBegins, day -> day.plusDays(1))
                .limit(Phase.DAYS_OF_A_WEEK)
                .filter(day -> demand.wishes().days().contains(day.getDayOfWeek()))
                .flatMap(day -> optionsOn(day, wanted.get(place)))
                .sorted(CHEAPEST_FIRST)
                .toList();
    }

    private Stream<Option> optionsOn(LocalDate day, LocalDateTime wish) {
        var nearestFirst = free.on(day).stream()
                .filter(choice -> demand.standing().values().stream().allMatch(other -> areApart(choice, other)))
                .map(choice -> new Option(choice, day, price(choice, day, wish)))
                .sorted(CHEAPEST_FIRST)
                .toList();
        var theirs = nearestFirst.stream().filter(option -> isTheirs(option.choice));
        var others = nearestFirst.stream().filter(option -> !isTheirs(option.choice));
        return Stream.concat(theirs.limit(OF_THE_THERAPIST_A_DAY), others.limit(OF_OTHERS_A_DAY));
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
                    .filter(chain -> chain.last == null || follows(chain.last, chain.at, option, place))
                    .min(Comparator.comparingInt(Chain::price))
                    .ifPresent(chain -> longer.add(new Chain(place, option, chain, chain.price + option.price)));
        }
        return longer;
    }

    /** Whoever leaves a visit out has a longer pause, which cannot be held against the next one. */
    private boolean follows(Option before, int beforeAt, Option option, int place) {
        var isNext = open.get(beforeAt).number() == open.get(place).number() - 1;
        return demand.dose().areApart(before.choice.start(), option.choice.start())
                && before.choice.start().isBefore(option.choice.start())
                && (!isNext
                        || ChronoUnit.DAYS.between(before.day, option.day)
                                <= demand.dose().mostDaysBefore(open.get(place)));
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
