package health.reprieve.booking.slot;

import java.time.Duration;
import java.util.BitSet;

/**
 * The starts of a timeline that no rule has refused yet, a bit for each. The rules that edge gaps are kept apart as long
 * as packed starts, which begin at such an edge, are to be found.
 */
final class Mask implements Bans {

    private final Timeline timeline;
    private final BitSet gaps;
    private final BitSet others;
    private final boolean packs;

    private Mask(Timeline timeline, BitSet gaps, BitSet others, boolean packs) {
        this.timeline = timeline;
        this.gaps = gaps;
        this.others = others;
        this.packs = packs;
    }

    static Mask forGrid(Timeline timeline) {
        return new Mask(timeline, all(timeline), new BitSet(), false);
    }

    static Mask forPacking(Timeline minutes) {
        return new Mask(minutes, all(minutes), all(minutes), true);
    }

    private static BitSet all(Timeline timeline) {
        var all = new BitSet(timeline.size());
        all.set(0, timeline.size());
        return all;
    }

    Mask copy() {
        return new Mask(timeline, (BitSet) gaps.clone(), (BitSet) others.clone(), packs);
    }

    @Override
    public void ban(long from, long until, Refusal why) {
        int first = timeline.indexOf(from);
        int end = timeline.indexOf(until);
        if (first < end) {
            (packs && !why.rule().edgesGaps() ? others : gaps).clear(first, end);
        }
    }

    /** What is left of a grid. */
    BitSet left() {
        return gaps;
    }

    /**
     * What is left of the starts that are packed into the gaps of each day.
     *
     * @param step from one start to the next, in whole minutes
     */
    BitSet packed(Days days, Duration step) {
        var packed = new BitSet(timeline.size());
        for (int day = 0; day < days.count(); day++) {
            pack(timeline.indexOf(days.start(day)), timeline.indexOf(days.start(day + 1)), step, packed);
        }
        packed.and(others);
        return packed;
    }

    private void pack(int dayBegins, int dayEnds, Duration step, BitSet packed) {
        int apart = Math.toIntExact(step.toMinutes());
        int from = gaps.nextSetBit(dayBegins);
        while (from >= 0 && from < dayEnds) {
            int until = Math.min(gaps.nextClearBit(from), dayEnds);
            for (int start = from; start < until; start += apart) {
                packed.set(start);
            }
            from = gaps.nextSetBit(until);
        }
    }
}
