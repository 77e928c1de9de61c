package health.reprieve.notification.appointment.email;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointment.Clinic;
import health.reprieve.notification.appointment.Appointment.Status;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.time.TimeRange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a visit, and however its mails are delayed, repeated and shuffled on the way, the patient's
 * calendar ends up showing what is true. {@code -Dhistories.seed} repeats one run, {@code -Dhistories} asks for more.
 */
class RandomHistoriesTests {

    private static final Instant FIRST = Instant.parse("2027-01-04T14:00:00Z");
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"), ZoneId.of("America/Phoenix"));
    private static final Contact PATIENT = new Contact(
            PatientId.random(), 1, "Rosa", new MailAddress("rosa@example.org"), Locale.ENGLISH, ZONES.getFirst());

    private final CalendarText calendar = new CalendarText(
            new MailSettings(
                    URI.create("https://visits.example"),
                    "reprieve.example",
                    new MailAddress("desk@reprieve.example"),
                    "Reprieve"),
            new SummaryOnly());

    @Test
    void thePatientsCalendarEndsUpEqualToTheTruth() {
        long first = Long.getLong("histories.seed", System.nanoTime());
        int runs = Integer.getInteger("histories", 200);
        for (long seed = first; seed < first + runs; seed++) {
            checkOneHistory(seed);
        }
    }

    private void checkOneHistory(long seed) {
        var random = new Random(seed);
        var client = new PatientCalendar();
        var truth = new HashMap<String, PatientCalendar.Entry>();
        var mails = new ArrayList<String>();
        for (int visits = 1 + random.nextInt(3); visits > 0; visits--) {
            var history = history(random);
            mails.addAll(mailsOf(history, random));
            enter(history.getLast(), truth);
        }
        Collections.shuffle(mails, random);
        mails.forEach(client::receive);

        assertThat(client.shown()).as("-Dhistories.seed=%d -Dhistories=1", seed).isEqualTo(truth);
    }

    /** Every state but the last may have been overtaken before its mail went out; any mail may come more than once. */
    private List<String> mailsOf(List<Appointment> history, Random random) {
        var mails = new ArrayList<String>();
        for (var state : history) {
            int copies = state.equals(history.getLast()) ? 1 + random.nextInt(2) : random.nextInt(3);
            mails.addAll(Collections.nCopies(copies, calendar.of(state, PATIENT).content()));
        }
        return mails;
    }

    private static List<Appointment> history(Random random) {
        var history = new ArrayList<Appointment>();
        var id = new UUID(random.nextLong(), random.nextLong());
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        history.add(new Appointment(
                id, 1, Status.BOOKED, someTime(random), PATIENT.patient(), clinic(zone, "1 First Street"), 0, FIRST));
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            history.add(changed(history.getLast(), random));
        }
        return history;
    }

    private static Appointment changed(Appointment before, Random random) {
        var zone = before.clinic().zone();
        return switch (random.nextInt(4)) {
            case 0 -> next(before, before.status(), before.time(), before.clinic(), 0, random);
            case 1 ->
                next(
                        before,
                        before.status(),
                        before.time(),
                        clinic(zone, random.nextInt(99) + ", Oak; Lane"),
                        1,
                        random);
            case 2 -> next(before, Status.CANCELLED, before.time(), before.clinic(), 1, random);
            default -> next(before, before.status(), someTime(random), before.clinic(), 1, random);
        };
    }

    private static Appointment next(
            Appointment before, Status status, TimeRange time, Clinic clinic, int sequenceStep, Random random) {
        return new Appointment(
                before.id(),
                before.version() + 1,
                status,
                time,
                before.patient(),
                clinic,
                before.calendarSequence() + sequenceStep,
                before.changedAt().plusSeconds(1L + random.nextInt(100_000)));
    }

    private static TimeRange someTime(Random random) {
        var start = FIRST.plus(Duration.ofMinutes(15L * random.nextInt(4 * 24 * 400)));
        return TimeRange.startingAt(start, Duration.ofMinutes(15L * (1 + random.nextInt(6))));
    }

    private static Clinic clinic(ZoneId zone, String address) {
        return new Clinic("Hudson Clinic", zone, address, "+1 518 555 0100");
    }

    private static void enter(Appointment last, Map<String, PatientCalendar.Entry> truth) {
        if (last.status() == Status.BOOKED) {
            truth.put(
                    last.id() + "@reprieve.example",
                    new PatientCalendar.Entry(
                            last.time().start(),
                            last.time().end(),
                            last.clinic().address()));
        }
    }
}
