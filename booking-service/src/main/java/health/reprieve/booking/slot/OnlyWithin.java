package health.reprieve.booking.slot;

import health.reprieve.time.TimeRange;

/** Hears spans in order of their starts, and bans whatever does not fit into one of them; spans that touch are one. */
final class OnlyWithin {

    private final Bans bans;
    private final long length;
    private final Refusal otherwise;

    private long bannedFrom = Bans.EVER;
    private long start = Bans.EVER;
    private long end = Bans.EVER;

    OnlyWithin(Bans bans, long length, Refusal otherwise) {
        this.bans = bans;
        this.length = length;
        this.otherwise = otherwise;
    }

    void span(TimeRange span) {
        span(Bans.ceiling(span.start()), Bans.floor(span.end()));
    }

    void span(long from, long until) {
        if (from <= end) {
            end = Math.max(end, until);
            return;
        }
        endSpan();
        start = from;
        end = until;
    }

    /** Nothing comes any more. */
    void close() {
        endSpan();
        bans.ban(bannedFrom, Bans.FOREVER, otherwise);
    }

    private void endSpan() {
        if (end != Bans.EVER && end - length >= start) {
            bans.ban(bannedFrom, start, otherwise);
            bannedFrom = end - length + 1;
        }
    }
}
