package health.reprieve.booking.slot;

import static health.reprieve.booking.slot.Bans.EVER;
import static health.reprieve.booking.slot.Bans.FOREVER;

import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What rules out a start with one therapist, whoever asks. */
final class TherapistRules {

    private static final Refusal OUTSIDE_HOURS = new Refusal.OutsideHours();
    private static final Refusal BUSY = new Refusal.TherapistBusy();

    private final Practice practice;
    private final Instant now;
    private final Days days;
    private final LimitRules limits;
    private final long length;

    /** @param days the days in question with the whole weeks about them */
    TherapistRules(Practice practice, Session session, Instant now, Days days) {
        this.practice = practice;
        this.now = now;
        this.days = days;
        this.limits = new LimitRules(session, days);
        this.length = session.length().toSeconds();
    }

    void tell(Candidate candidate, Bans bans) {
        hours(candidate, bans);
        for (var away : candidate.off()) {
            bans.banAround(away, 0, 0, length, new Refusal.TimeOff(away));
        }
        rightToPractise(candidate, bans);
        calendars(candidate, bans);
        visits(candidate, bans);
        limits.tell(candidate.limits(), candidate.visits(), bans);
    }

    private void hours(Candidate candidate, Bans bans) {
        var worked = new OnlyWithin(bans, length, OUTSIDE_HOURS);
        if (candidate.hours().size() == 1 && candidate.hours().getFirst().zone().equals(practice.zone())) {
            var stay = candidate.hours().getFirst();
            for (int day = 0; day < days.count(); day++) {
                if (stay.covers(days.date(day))) {
                    stay.hours().tell(days, day, worked);
                }
            }
        } else {
            travelled(candidate).forEach(worked::span);
        }
        worked.close();
    }

    /** Hours by several clocks, which need not follow each other day by day. */
    private List<TimeRange> travelled(Candidate candidate) {
        var spans = new ArrayList<TimeRange>();
        // a day elsewhere may begin a day earlier or later than here
        LocalDate last = days.date(days.count());
        for (var date = days.date(-1); !date.isAfter(last); date = date.plusDays(1)) {
            for (var stay : candidate.hours()) {
                if (stay.covers(date)) {
                    spans.addAll(stay.hours().on(date, stay.zone()));
                }
            }
        }
        Collections.sort(spans);
        return spans;
    }

    private void rightToPractise(Candidate candidate, Bans bans) {
        var permitted = new OnlyWithin(bans, length, new Refusal.NoRightToPractise(practice.state()));
        candidate.credentials().stream()
                .filter(credential -> credential.holds(practice.state(), now))
                .flatMap(credential -> credential.spans().stream())
                .sorted()
                .forEach(permitted::span);
        permitted.close();
    }

    private void calendars(Candidate candidate, Bans bans) {
        for (var calendar : candidate.calendars()) {
            if (!now.isBefore(calendar.staleAt())) {
                bans.ban(EVER, FOREVER, new Refusal.CalendarUnknown(calendar.readAt()));
            }
            for (var busy : calendar.busy()) {
                bans.banAround(busy, 0, 0, length, new Refusal.BusyElsewhere(busy));
            }
        }
    }

    private void visits(Candidate candidate, Bans bans) {
        var rest = practice.policy().rest();
        for (var visit : candidate.visits()) {
            var gap = Gap.between(visit.rest(), rest);
            bans.banAround(visit.time(), gap.before(), gap.after(), length, BUSY);
        }
    }
}
