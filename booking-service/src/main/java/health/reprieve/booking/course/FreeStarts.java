package health.reprieve.booking.course;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.slot.Offer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the engine offers for a course, by start and by day of the clinic. */
final class FreeStarts {

    private final ZoneId zone;
    private final List<TherapistId> bestFirst;
    private final Set<Choice> all = new HashSet<>();
    private final Map<LocalDate, List<Choice>> byDay = new HashMap<>();

    /**
     * @param offers in order of their starts
     * @param bestFirst whose offers count, the best suited first
     */
    FreeStarts(Collection<Offer> offers, List<TherapistId> bestFirst, ZoneId zone) {
        this.zone = zone;
        this.bestFirst = List.copyOf(bestFirst);
        var counts = Set.copyOf(bestFirst);
        for (var offer : offers) {
            if (counts.contains(offer.therapist())) {
                var choice = new Choice(offer.time().start(), offer.therapist());
                all.add(choice);
                byDay.computeIfAbsent(dayOf(choice), day -> new ArrayList<>()).add(choice);
            }
        }
    }

    List<TherapistId> bestFirst() {
        return bestFirst;
    }

    boolean has(Choice choice) {
        return all.contains(choice);
    }

    /** The best suited therapist who is free then. */
    Optional<Choice> bestAt(Instant start) {
        return bestFirst.stream()
                .map(therapist -> new Choice(start, therapist))
                .filter(all::contains)
                .findFirst();
    }

    List<Choice> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** The times of day at which anything is free, earliest first. */
    NavigableSet<LocalTime> times() {
        var times = new TreeSet<LocalTime>();
        all.forEach(choice -> times.add(choice.start().atZone(zone).toLocalTime()));
        return times;
    }

    LocalDate dayOf(Choice choice) {
        return choice.start().atZone(zone).toLocalDate();
    }
}
