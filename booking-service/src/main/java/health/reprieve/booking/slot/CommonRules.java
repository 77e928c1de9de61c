package health.reprieve.booking.slot;

import static health.reprieve.booking.slot.Bans.EVER;
import static health.reprieve.booking.slot.Bans.FOREVER;
import static health.reprieve.booking.slot.Bans.ceiling;
import static health.reprieve.booking.slot.Bans.floor;

/** What rules out a start whoever treats: the question itself, the clinic, the patient. */
final class CommonRules {

    private final Situation situation;
    private final Days days;
    private final long length;

    CommonRules(Situation situation, Days days) {
        this.situation = situation;
        this.days = days;
        this.length = situation.session().length().toSeconds();
    }

    void tell(Bans bans) {
        serviceLength(bans);
        notice(bans);
        horizon(bans);
        closures(bans);
        opening(bans);
        patient(bans);
    }

    private void serviceLength(Bans bans) {
        var session = situation.session();
        if (!session.isOffered()) {
            bans.ban(EVER, FOREVER, new Refusal.LengthNotOffered(session.lengths()));
        }
    }

    private void notice(Bans bans) {
        var earliest = situation.now().plus(situation.practice().policy().notice());
        bans.ban(EVER, ceiling(earliest), new Refusal.TooSoon(earliest));
    }

    private void horizon(Bans bans) {
        var practice = situation.practice();
        var today = situation.now().atZone(practice.zone()).toLocalDate();
        practice.policy().horizon().lastDay(today).ifPresent(last -> {
            var end = last.plusDays(1).atStartOfDay(practice.zone()).toInstant();
            bans.ban(floor(end), FOREVER, new Refusal.TooFar(end));
        });
    }

    private void closures(Bans bans) {
        for (var closure : situation.practice().closures()) {
            bans.banAround(closure.time(), 0, 0, length, new Refusal.ClinicClosed(closure));
        }
    }

    private void opening(Bans bans) {
        var opening = situation.practice().opening();
        if (opening.equals(WorkingHours.ALWAYS)) {
            return;
        }
        var open = new OnlyWithin(bans, length, new Refusal.OutsideOpening());
        for (int day = 0; day < days.count(); day++) {
            opening.tell(days, day, open);
        }
        open.close();
    }

    private void patient(Bans bans) {
        var patient = situation.patient();
        var taken = new Refusal.PatientBusy();
        for (var busy : patient.busy()) {
            bans.banAround(busy, 0, 0, length, taken);
        }
        for (var blackout : patient.blackouts()) {
            bans.banAround(blackout.time(), 0, 0, length, new Refusal.BlackedOut(blackout));
        }
        for (var limit : patient.regionLimits()) {
            if (limit.forbids(situation.session())) {
                bans.banAround(limit.time(), 0, 0, length, new Refusal.TooMuchPressure(limit));
            }
        }
        for (var other : patient.treatments()) {
            var apart = other.spacing();
            bans.ban(
                    floor(other.start().minus(apart)) + 1,
                    ceiling(other.start().plus(apart)),
                    new Refusal.TooCloseTogether(other));
        }
    }
}
