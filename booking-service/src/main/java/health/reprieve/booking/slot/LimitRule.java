package health.reprieve.booking.slot;

import static health.reprieve.booking.slot.Bans.EVER;
import static health.reprieve.booking.slot.Bans.FOREVER;
import static health.reprieve.booking.slot.Bans.ceiling;
import static health.reprieve.booking.slot.Bans.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;

/** Which starts would take a therapist beyond a limit. */
final class LimitRule {

    private final Limit limit;
    private final Duration effort;
    private final Days days;
    private final Refusal refusal;

    /** @param effort of the session that is asked for */
    LimitRule(Limit limit, Duration effort, Days days) {
        this.limit = limit;
        this.effort = effort;
        this.days = days;
        this.refusal = new Refusal.LimitReached(limit);
    }

    /** @param visits of the therapist, in order */
    void tell(List<Visit> visits, long length, Bans bans) {
        switch (limit) {
            case Limit.VisitsPerDay day -> sum(visits, visit -> 1, day.most() - 1L, this::daily, bans);
            case Limit.VisitsPerWeek week -> sum(visits, visit -> 1, week.most() - 1L, this::weekly, bans);
            case Limit.HandsOnPerDay day -> sum(visits, LimitRule::seconds, left(day.most()), this::daily, bans);
            case Limit.HandsOnPerWeek week -> sum(visits, LimitRule::seconds, left(week.most()), this::weekly, bans);
            case Limit.HandsOnInARun run -> run(visits, length, run, bans);
        }
    }

    private static long seconds(Visit visit) {
        return visit.effort().toSeconds();
    }

    /** How much may stand already for the session to be added. */
    private long left(Duration most) {
        return most.minus(effort).toSeconds();
    }

    private int daily(int day) {
        return day;
    }

    private int weekly(int day) {
        return days.mondayOf(day);
    }

    /** @param stretch the days that a limit counts together: from each day to the first one of its stretch */
    private void sum(List<Visit> visits, ToLongFunction<Visit> amount, long most, IntUnaryOperator stretch, Bans bans) {
        if (most < 0) {
            bans.ban(EVER, FOREVER, refusal);
            return;
        }
        int current = Integer.MIN_VALUE;
        long sum = 0;
        for (var visit : visits) {
            int first = stretch.applyAsInt(days.indexOf(floor(visit.time().start())));
            if (first != current) {
                current = first;
                sum = 0;
            }
            boolean full = sum > most;
            sum += amount.applyAsLong(visit);
            if (!full && sum > most) {
                ban(first, stretch, bans);
            }
        }
    }

    private void ban(int first, IntUnaryOperator stretch, Bans bans) {
        int next = first + 1;
        while (next < days.count() && stretch.applyAsInt(next) == first) {
            next++;
        }
        bans.ban(days.start(first), days.start(next), refusal);
    }

    /** Visits with less than a pause between them. */
    private record Run(long start, long end, long effort) {}

    private void run(List<Visit> visits, long length, Limit.HandsOnInARun run, Bans bans) {
        long most = left(run.most());
        if (most < 0) {
            bans.ban(EVER, FOREVER, refusal);
            return;
        }
        long pause = run.pause().toSeconds();
        Run before = null;
        for (var next : runs(visits, pause)) {
            if (next.effort > most) {
                bans.ban(next.start - length - pause + 1, next.end + pause, refusal);
            }
            if (before != null && before.effort + next.effort > most) {
                // whatever is near enough to both makes one run of them
                bans.ban(next.start - length - pause + 1, before.end + pause, refusal);
            }
            before = next;
        }
    }

    private static List<Run> runs(List<Visit> visits, long pause) {
        var runs = new ArrayList<Run>();
        for (var visit : visits) {
            var last = runs.isEmpty() ? null : runs.getLast();
            long start = floor(visit.time().start());
            long end = ceiling(visit.time().end());
            if (last != null && start - last.end < pause) {
                runs.set(runs.size() - 1, new Run(last.start, Math.max(last.end, end), last.effort + seconds(visit)));
            } else {
                runs.add(new Run(start, end, seconds(visit)));
            }
        }
        return runs;
    }
}
