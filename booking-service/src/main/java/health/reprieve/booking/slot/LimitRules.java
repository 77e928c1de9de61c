package health.reprieve.booking.slot;

import static health.reprieve.booking.slot.Bans.EVER;
import static health.reprieve.booking.slot.Bans.FOREVER;
import static health.reprieve.booking.slot.Bans.ceiling;
import static health.reprieve.booking.slot.Bans.floor;

import java.time.Duration;
import java.util.List;

/** Which starts would take a therapist beyond a limit. */
final class LimitRules {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Duration effort;
    private final long length;
    private final Days days;

    /** @param days the days in question with the whole weeks about them */
    LimitRules(Session session, Days days) {
        this.effort = session.effort();
        this.length = session.length().toSeconds();
        this.days = days;
    }

    /** @param standing what stands already, earliest first */
    void tell(List<Limit> limits, List<Visit> standing, Bans bans) {
        if (limits.isEmpty()) {
            return;
        }
        var load = new Load(standing, days);
        for (var limit : limits) {
            var refusal = new Refusal.LimitReached(limit);
            switch (limit) {
                case Limit.VisitsPerDay day -> perDay(load.visits, day.most() - 1L, refusal, bans);
                case Limit.VisitsPerWeek week -> perWeek(load.visits, week.most() - 1L, refusal, bans);
                case Limit.HandsOnPerDay day -> perDay(load.effort, left(day.most()), refusal, bans);
                case Limit.HandsOnPerWeek week -> perWeek(load.effort, left(week.most()), refusal, bans);
                case Limit.HandsOnInARun run -> perRun(standing, run, refusal, bans);
            }
        }
    }

    /** How much may stand already for the session to be added. */
    private long left(Duration most) {
        return most.minus(effort).toSeconds();
    }

    private void perDay(long[] load, long most, Refusal refusal, Bans bans) {
        for (int day = 0; day < days.count(); day++) {
            if (load[day] > most) {
                bans.ban(days.start(day), days.start(day + 1), refusal);
            }
        }
    }

    private void perWeek(long[] load, long most, Refusal refusal, Bans bans) {
        for (int monday = days.mondayOf(0); monday < days.count(); monday += DAYS_OF_A_WEEK) {
            long sum = 0;
            for (int day = Math.max(monday, 0); day < Math.min(monday + DAYS_OF_A_WEEK, days.count()); day++) {
                sum += load[day];
            }
            if (sum > most) {
                bans.ban(days.start(monday), days.start(monday + DAYS_OF_A_WEEK), refusal);
            }
        }
    }

    /** A run is made of visits with less than a pause between them. */
    private void perRun(List<Visit> visits, Limit.HandsOnInARun run, Refusal refusal, Bans bans) {
        long most = left(run.most());
        if (most < 0) {
            bans.ban(EVER, FOREVER, refusal);
            return;
        }
        long pause = run.pause().toSeconds();
        long endBefore = EVER;
        long effortBefore = 0;
        int next = 0;
        while (next < visits.size()) {
            long start = floor(visits.get(next).time().start());
            long end = EVER;
            long sum = 0;
            while (next < visits.size()
                    && (end == EVER || floor(visits.get(next).time().start()) - end < pause)) {
                end = Math.max(end, ceiling(visits.get(next).time().end()));
                sum += visits.get(next).effort().toSeconds();
                next++;
            }
            long until = sum > most ? end + pause : effortBefore + sum > most ? endBefore + pause : EVER;
            // whatever is near enough to this run lengthens it; near enough to the one before too, it makes one of both
            bans.ban(start - length - pause + 1, until, refusal);
            endBefore = end;
            effortBefore = sum;
        }
    }

    /** What stands on each of the days: how many visits, and how many seconds of hands-on time. */
    private static final class Load {

        private final long[] visits;
        private final long[] effort;

        private Load(List<Visit> standing, Days days) {
            visits = new long[days.count()];
            effort = new long[days.count()];
            for (var visit : standing) {
                int day = days.indexOf(floor(visit.time().start()));
                if (day >= 0 && day < days.count()) {
                    visits[day]++;
                    effort[day] += visit.effort().toSeconds();
                }
            }
        }
    }
}
