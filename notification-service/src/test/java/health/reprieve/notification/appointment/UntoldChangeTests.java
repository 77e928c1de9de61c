package health.reprieve.notification.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.notification.house.MailReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a visit without a mail, or without one yet. */
class UntoldChangeTests extends MailScene {

    @Test
    void aRequestIsConfirmedWhenItIsApprovedAndNotBefore() {
        tellContact("en");
        tellAppointment(appointment("requested", UUID.randomUUID(), 0, it -> times(it, MARCH)));
        tellAppointment(booked(UUID.randomUUID(), 1));

        assertThat(subjects(1)).containsExactly("Your appointment");
        assertThat(count("SELECT count(*) FROM message WHERE appointment_id = '%s'".formatted(visit)))
                .isOne();
    }

    @Test
    void thatAPatientIsHereCameOrDidNotIsNoMailNorThatItWasNotedWrongly() {
        tellContact("en");
        tellAppointment(booked(UUID.randomUUID(), 0));
        int version = 2;
        for (var happened : List.of("checked-in", "completed", "booked", "missed", "booked")) {
            tellAppointment(sameInCalendars(happened, version++, 0));
        }
        tellAppointment(appointment("cancelled", UUID.randomUUID(), 7, it -> times(it, MARCH)));

        assertThat(subjects(2)).containsExactly("Your appointment", "Your appointment was canceled");
    }

    @Test
    void aVisitThatNeedsAnotherTherapistIsToldOnlyWhenItHasOne() {
        tellContact("en");
        tellAppointment(booked(UUID.randomUUID(), 0));
        mailsTo(address, 1);
        tellAppointment(sameInCalendars("needs-reassignment", 2, 0));
        awaitCount(1, "SELECT count(*) FROM appointment WHERE id = '%s' AND version = 2".formatted(visit));
        assertThat(count("SELECT count(*) FROM message WHERE appointment_id = '%s'".formatted(visit)))
                .isOne();
        tellAppointment(sameInCalendars("reassigned", 3, 1));

        assertThat(subjects(2)).containsExactly("Your appointment", "Your appointment");
    }

    @Test
    void whatWaitsToBeToldOfAVisitThatHasLostItsSpaceIsNotTold() {
        tellAppointment(booked(UUID.randomUUID(), 0));
        tellAppointment(sameInCalendars("needs-reassignment", 2, 0));
        awaitCount(1, "SELECT count(*) FROM appointment WHERE id = '%s' AND version = 2".formatted(visit));
        tellContact("en");
        tellAppointment(sameInCalendars("reassigned", 3, 1));

        assertThat(subjects(1)).containsExactly("Your appointment");
        assertThat(MailReader.calendarOf(mailsTo(address, 1).getFirst())).contains("SEQUENCE:1");
    }

    @Test
    void anotherRoomAtTheSameTimeIsNoMail() {
        tellContact("en");
        tellAppointment(booked(UUID.randomUUID(), 0));
        mailsTo(address, 1);
        tellAppointment(sameInCalendars("moved", 2, 1));
        tellAppointment(appointment("cancelled", UUID.randomUUID(), 2, it -> times(it, MARCH)));

        assertThat(subjects(2)).containsExactly("Your appointment", "Your appointment was canceled");
        assertThat(count("SELECT count(*) FROM message WHERE appointment_id = '%s'".formatted(visit)))
                .isEqualTo(2);
    }

    @Test
    void anotherRoomHoldsNoMailBackThatWaits() {
        tellAppointment(booked(UUID.randomUUID(), 0));
        tellAppointment(sameInCalendars("moved", 2, 1));
        tellAppointment(sameInCalendars("moved", 3, 2));
        awaitCount(1, "SELECT count(*) FROM appointment WHERE id = '%s' AND version = 3".formatted(visit));
        assertThat(count("SELECT count(*) FROM message WHERE appointment_id = '%s'".formatted(visit)))
                .isOne();
        tellContact("en");
        mailsTo(address, 1);
        tellAppointment(appointment("cancelled", UUID.randomUUID(), 3, it -> times(it, MARCH)));

        assertThat(subjects(2)).containsExactly("Your appointment", "Your appointment was canceled");
        assertThat(MailReader.calendarOf(mailsTo(address).getLast())).contains("SEQUENCE:3");
    }

    /** News with a version of its own, of which calendars see the sequence alone. */
    private String sameInCalendars(String happened, int version, int sequence) {
        return appointment(happened, UUID.randomUUID(), version - 1, it -> {
            times(it, MARCH);
            it.put("calendarSequence", sequence);
        });
    }
}
