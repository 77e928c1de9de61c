package health.reprieve.bench.figure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One number, and what it is held against.
 *
 * @param what was measured, in a few words
 * @param bar what is asked for; null: nothing is
 * @param peer what it stands beside; null: nothing in the same unit
 */
public record Figure(
        String what,
        double value,
        Unit unit,
        @Nullable Bar bar,
        @Nullable Peer peer) {

    public static Figure of(String what, double value, Unit unit) {
        return new Figure(what, value, unit, null, null);
    }

    public Figure atMost(double limit) {
        return new Figure(what, value, unit, new Bar.AtMost(limit), peer);
    }

    public Figure atLeast(double limit) {
        return new Figure(what, value, unit, new Bar.AtLeast(limit), peer);
    }

    /** @param share of the {@link #beside peer}'s value that is asked for */
    public Figure atLeastOfPeer(double share) {
        return new Figure(what, value, unit, new Bar.ShareOfPeer(share), peer);
    }

    public Figure beside(String other, double otherValue) {
        return new Figure(what, value, unit, bar, new Peer(other, otherValue));
    }

    /** How many times the peer's value it is; empty without a peer, or where the peer has nothing. */
    public Optional<Double> ratio() {
        return Optional.ofNullable(peer).filter(p -> p.value() > 0).map(p -> value / p.value());
    }

    /** Whether it is as good as is asked for; empty where nothing is asked, or where nobody can tell. */
    public Optional<Boolean> isMet() {
        return switch (bar) {
            case null -> Optional.empty();
            case Bar.AtMost(double limit) -> Optional.of(value <= limit);
            case Bar.AtLeast(double limit) -> Optional.of(value >= limit);
            case Bar.ShareOfPeer(double share) -> ratio().map(reached -> reached >= share);
        };
    }
}
