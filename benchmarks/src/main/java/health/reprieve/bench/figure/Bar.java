package health.reprieve.bench.figure;

/** What the house asks of a figure. Nothing fails when it is not met: it is said. */
public sealed interface Bar {

    /** @param limit the figure must stay below it, or reach it at most */
    record AtMost(double limit) implements Bar {}

    /** @param limit the figure must reach it */
    record AtLeast(double limit) implements Bar {}

    /** @param share of the peer measured in the same run; the figure must reach it */
    record ShareOfPeer(double share) implements Bar {}
}
