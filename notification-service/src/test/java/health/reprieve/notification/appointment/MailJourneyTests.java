package health.reprieve.notification.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.notification.appointment.email.PatientCalendar;
import health.reprieve.notification.house.MailReader;
import health.reprieve.notification.house.Told;
import health.reprieve.notification.news.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailJourneyTests extends MailScene {

    @Autowired
    private MeterRegistry meters;

    @Test
    void aBookingToldThreeTimesIsConfirmedOnce() {
        tellContact("en");
        var booked = booked(UUID.randomUUID(), 0);
        for (int times = 0; times < 3; times++) {
            tellAppointment(booked);
        }
        mailsTo(address, 1);
        tellAppointment(cancelled(UUID.randomUUID(), 1));

        assertThat(subjects(2)).containsExactly("Your appointment", "Your appointment was canceled");
        assertThat(count("SELECT count(*) FROM message WHERE patient_id = '%s'".formatted(patient)))
                .isEqualTo(2);
    }

    @Test
    void aBookingHeardBeforeTheContactIsConfirmedWhenTheContactComes() {
        tellAppointment(booked(UUID.randomUUID(), 0));
        awaitCount(1, "SELECT count(*) FROM message WHERE appointment_id = '%s'".formatted(visit));
        tellContact("en");

        assertThat(subjects(1)).containsExactly("Your appointment");
    }

    @Test
    void anOlderEventAfterANewerOneIsNotTold() {
        tellContact("en");
        tellAppointment(moved(UUID.randomUUID(), 1, MARCH));
        tellAppointment(booked(UUID.randomUUID(), 0));
        mailsTo(address, 1);
        tellAppointment(cancelled(UUID.randomUUID(), 2));

        assertThat(subjects(2)).containsExactly("Your appointment", "Your appointment was canceled");
        assertThat(count("SELECT count(*) FROM message WHERE appointment_id = '%s' AND template = 'CONFIRMATION'"
                        .formatted(visit)))
                .isZero();
    }

    @Test
    void aCancellationReplacesTheEntryInTheCalendar() {
        tellContact("en");
        tellAppointment(booked(UUID.randomUUID(), 0));
        var booking = MailReader.calendarOf(mailsTo(address, 1).getFirst());
        tellAppointment(cancelled(UUID.randomUUID(), 1));
        var cancellation = MailReader.calendarOf(mailsTo(address, 2).getLast());

        assertThat(booking).contains("METHOD:REQUEST", "UID:%s@reprieve.example".formatted(visit), "SEQUENCE:0");
        assertThat(cancellation)
                .contains(
                        "METHOD:CANCEL", "STATUS:CANCELLED", "UID:%s@reprieve.example".formatted(visit), "SEQUENCE:1");
        assertThat(MailReader.typeOfCalendar(mailsTo(address).getLast()))
                .isEqualTo("text/calendar; method=CANCEL; charset=UTF-8");
    }

    @Test
    void aSpanishSpeakerReadsSpanish() {
        tellContact("es");
        tellAppointment(booked(UUID.randomUUID(), 0));
        var mail = mailsTo(address, 1).getFirst();

        assertThat(MailReader.subjectOf(mail)).isEqualTo("Su cita");
        assertThat(MailReader.textOf(mail))
                .contains("Hola, Rosa:", "lunes, 1 de marzo de 2027. Hora: 9:00 a.m. a 10:00 a.m. (hora oriental)")
                .contains("/visits/" + visit)
                .doesNotContain("??");
        assertThat(MailReader.htmlOf(mail))
                .contains("lang=\"es\"")
                .doesNotContain("??", "<img", "http://www.thymeleaf");
        assertThat(MailReader.calendarOf(mail)).contains("SUMMARY:Hudson Clinic: cita");
    }

    @Test
    void theMailTellsNothingOfHealth() {
        tellContact("en");
        tellAppointment(booked(UUID.randomUUID(), 0));
        var mail = mailsTo(address, 1).getFirst();

        assertThat(List.of(
                        MailReader.subjectOf(mail),
                        MailReader.textOf(mail),
                        MailReader.htmlOf(mail),
                        MailReader.calendarOf(mail)))
                .allSatisfy(part -> assertThat(part)
                        .doesNotContainIgnoringCase("massage", "pain", "therap", "Dana", "Ortiz", "Room 1", "Delgado"));
        assertThat(MailReader.textOf(mail))
                .contains("Hello Rosa,", "Monday, March 1, 2027, 9:00 AM to 10:00 AM (Eastern Time)")
                .contains("Hudson Clinic, 12 River Street, Hudson, NY 12534", "+1 518 555 0100");
    }

    @Test
    void anEventOfAKindWeDoNotKnowIsPassedOverAndCounted() {
        var before = skipped();
        tellContact("en");
        tellAppointment(Told.changed(
                "appointment.booked.v1",
                UUID.randomUUID(),
                visit,
                1,
                event -> event.put("type", "health.reprieve.appointment.painted.v1")));
        tellAppointment(booked(UUID.randomUUID(), 0));

        assertThat(subjects(1)).containsExactly("Your appointment");
        assertThat(skipped() - before).isEqualTo(1);
    }

    @Test
    void anEventThatCannotBeReadIsParkedAndHoldsUpNobody() {
        var before = parked(Topic.APPOINTMENTS);
        tellContact("en");
        tellAppointment("not json");
        tellAppointment(appointment("booked", UUID.randomUUID(), 0, it -> it.remove("clinic")));
        tellAppointment(appointment("booked", UUID.randomUUID(), 0, it -> it.set("end", it.required("start"))));
        tellAppointment(booked(UUID.randomUUID(), 0));

        assertThat(subjects(1)).containsExactly("Your appointment");
        assertThat(parked(Topic.APPOINTMENTS) - before).isEqualTo(3);
    }

    @Test
    void aPatientWhoIsForgottenGetsNoMoreMail() {
        tellContact("en");
        awaitCount(1, "SELECT count(*) FROM contact WHERE patient_id = '%s'".formatted(patient));
        tell(Topic.CONTACTS, patient.toString(), null);

        awaitCount(0, "SELECT count(*) FROM contact WHERE patient_id = '%s'".formatted(patient));
    }

    @Test
    void aNewerAddressIsUsedAndAnOlderOneNeverComesBack() {
        tell(Topic.CONTACTS, patient.toString(), contact(2, "en", address));
        tell(Topic.CONTACTS, patient.toString(), contact(1, "en", "old-" + address));
        tellAppointment(booked(UUID.randomUUID(), 0));

        assertThat(mailsTo(address, 1)).hasSize(1);
        assertThat(mailsTo("old-" + address)).isEmpty();
    }

    @Test
    void randomHistoriesEndInACalendarThatIsTrue() {
        long seed = Long.getLong("histories.seed", System.nanoTime());
        System.out.println("-Dhistories.seed=" + seed);
        var random = new Random(seed);
        tellContact("en");
        var truth = new ArrayList<Map.Entry<String, Instant>>();
        for (int n = 0; n < 8; n++) {
            truth.addAll(randomHistory(UUID.randomUUID(), random));
        }
        awaitCount(0, "SELECT count(*) FROM message WHERE patient_id = '%s' AND due_at IS NOT NULL".formatted(patient));

        eventually(() -> {
            var calendar = new PatientCalendar();
            mailsTo(address).forEach(mail -> calendar.receive(MailReader.calendarOf(mail)));
            assertThat(calendar.shown().entrySet().stream()
                            .map(entry ->
                                    Map.entry(entry.getKey(), entry.getValue().start())))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(truth);
        });
    }

    /** Tells a history with repeats, and an old state after the last; what is true in the end, if anything is. */
    private List<Map.Entry<String, Instant>> randomHistory(UUID id, Random random) {
        var events = new ArrayList<String>();
        var start = MARCH;
        events.add(event("booked", id, 0, start));
        int moves = random.nextInt(4);
        for (int n = 1; n <= moves; n++) {
            start = MARCH.plus(Duration.ofMinutes(15L * random.nextInt(5000)));
            events.add(event("moved", id, n, start));
        }
        boolean cancelled = random.nextBoolean();
        if (cancelled) {
            events.add(event("cancelled", id, moves + 1, start));
        }
        var delivered = new ArrayList<>(events);
        delivered.addAll(random.ints(3, 0, events.size()).mapToObj(events::get).toList());
        if (random.nextBoolean()) {
            Collections.shuffle(delivered, random);
        }
        delivered.forEach(event -> tell(Topic.APPOINTMENTS, id.toString(), event));
        return cancelled ? List.of() : List.of(Map.entry(id + "@reprieve.example", start));
    }

    private String event(String happened, UUID id, int sequence, Instant start) {
        return Told.appointment(happened, UUID.randomUUID(), id, patient, sequence, it -> times(it, start));
    }

    private double skipped() {
        return meters.get("reprieve.hearing.skipped")
                .tag("topic", Topic.APPOINTMENTS)
                .counter()
                .count();
    }
}
