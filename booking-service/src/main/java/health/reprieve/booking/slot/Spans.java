package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sums, differences and overlaps of many spans. Every result is in order, and no two of its spans touch. */
final class Spans {

    private Spans() {}

    static List<TimeRange> joined(Collection<TimeRange> spans) {
        var result = new ArrayList<TimeRange>(spans.size());
        for (var span : spans.stream().sorted().toList()) {
            var last = result.isEmpty() ? null : result.getLast();
            if (last == null || last.end().isBefore(span.start())) {
                result.add(span);
            } else if (span.end().isAfter(last.end())) {
                result.set(result.size() - 1, new TimeRange(last.start(), span.end()));
            }
        }
        return result;
    }

    /** What both have. Both must be {@link #joined}. */
    static List<TimeRange> overlap(List<TimeRange> some, List<TimeRange> others) {
        var result = new ArrayList<TimeRange>();
        int i = 0;
        int j = 0;
        while (i < some.size() && j < others.size()) {
            var a = some.get(i);
            var b = others.get(j);
            if (a.overlaps(b)) {
                result.add(new TimeRange(later(a.start(), b.start()), earlier(a.end(), b.end())));
            }
            if (a.end().isBefore(b.end())) {
                i++;
            } else {
                j++;
            }
        }
        return result;
    }

    /** What is left of the first after the second is taken away. Both must be {@link #joined}. */
    static List<TimeRange> without(List<TimeRange> spans, List<TimeRange> taken) {
        var result = new ArrayList<TimeRange>();
        int next = 0;
        for (var span : spans) {
            var from = span.start();
            while (next < taken.size() && !taken.get(next).end().isAfter(from)) {
                next++;
            }
            for (int i = next; i < taken.size() && taken.get(i).start().isBefore(span.end()); i++) {
                if (from.isBefore(taken.get(i).start())) {
                    result.add(new TimeRange(from, taken.get(i).start()));
                }
                from = later(from, taken.get(i).end());
            }
            if (from.isBefore(span.end())) {
                result.add(new TimeRange(from, span.end()));
            }
        }
        return result;
    }

    /** Each span begun earlier by the given time, so that whoever starts outside ends at least that long before it. */
    static List<TimeRange> begunEarlier(List<TimeRange> spans, Duration by) {
        return by.isZero()
                ? spans
                : spans.stream()
                        .map(span -> new TimeRange(span.start().minus(by), span.end()))
                        .toList();
    }

    /** Whether any of the spans, which must be {@link #joined}, overlaps the given one. */
    static boolean anyOverlaps(List<TimeRange> spans, TimeRange span) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end().isAfter(span.start())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        // the first that ends after the span has begun is the only one that need be looked at
        return low < spans.size() && spans.get(low).overlaps(span);
    }

    static boolean oneContains(List<TimeRange> spans, TimeRange span) {
        return spans.stream().anyMatch(candidate -> candidate.contains(span));
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
