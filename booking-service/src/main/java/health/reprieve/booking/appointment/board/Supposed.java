package health.reprieve.booking.appointment.board;

import health.reprieve.access.BrowserId;
import health.reprieve.access.PatientId;
import health.reprieve.booking.slot.Offer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the board would look to whoever asks: what is their own is gone, and what they are about to take stands there.
 *
 * @param gone ids of what is in nobody's way as the board knows it
 * @param taken what the board does not know, or not so
 */
public record Supposed(Set<UUID> gone, List<Taken> taken) {

    /** The board as it is. */
    public static final Supposed NOTHING = new Supposed(Set.of(), List.of());

    public Supposed {
        gone = Set.copyOf(gone);
        taken = List.copyOf(taken);
    }

    /**
     * What makes the difference.
     *
     * @param browser whose hold is in nobody's way; null: nobody's
     * @param patient whose holds are in nobody's way; null: nobody's
     * @param visits that are to have other times
     * @param taken the times that some of them will have
     * @param swaps what will have changed rooms for that, first to last
     */
    public record Difference(
            @Nullable BrowserId browser,
            @Nullable PatientId patient,
            Set<UUID> visits,
            List<Taken> taken,
            List<Offer.Swap> swaps) {}

    static Supposed of(Difference difference, Board board) {
        var gone = new HashSet<UUID>();
        Stream.of(
                        Stream.ofNullable(difference.browser).map(board::heldBy),
                        Stream.ofNullable(difference.patient).map(board::heldBy),
                        difference.visits.stream().map(board::ofVisit))
                .flatMap(found -> found)
                .flatMap(List::stream)
                .map(Taken::id)
                .forEach(gone::add);
        var swapped = swapped(difference.swaps, board);
        gone.addAll(swapped.keySet());
        return new Supposed(
                gone,
                Stream.concat(difference.taken.stream(), swapped.values().stream())
                        .toList());
    }

    /** What changes rooms twice is where it was put last. */
    private static Map<UUID, Taken> swapped(List<Offer.Swap> swaps, Board board) {
        var swapped = new LinkedHashMap<UUID, Taken>();
        for (var swap : swaps) {
            board.find(swap.use()).ifPresent(use -> swapped.put(swap.use(), use.in(swap.to())));
        }
        return swapped;
    }

    /**
     * What there would be of a group that the board knows.
     *
     * @param theirs whether something is of that group
     * @return empty when the group is as the board knows it
     */
    Optional<List<Taken>> instead(List<Taken> group, Predicate<Taken> theirs) {
        var more = taken.stream().filter(theirs).toList();
        return more.isEmpty() && group.stream().noneMatch(one -> gone.contains(one.id()))
                ? Optional.empty()
                : Optional.of(Stream.concat(group.stream().filter(one -> !gone.contains(one.id())), more.stream())
                        .toList());
    }
}
