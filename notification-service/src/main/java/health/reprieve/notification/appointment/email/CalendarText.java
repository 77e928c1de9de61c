package health.reprieve.notification.appointment.email;

import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.message.Mail.CalendarPart;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.Stationery;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * An appointment for the patient's calendar (RFC 5545, 5546, 6047). One UID for the appointment's life; the sequence
 * and the stamp are those of the change itself, not of the mail, so that a mail that comes late or twice can never win
 * over a newer one. The patient takes part already, having booked, so no answer is asked for.
 */
@Component
final class CalendarText {

    private static final String PRODUCER = "-//Reprieve//Appointments//EN";
    /** ical4j folds by characters, and through the middle of some: we fold ourselves. */
    private static final int UNFOLDED = 1_000_000;

    private final MailSettings settings;
    private final Stationery stationery;

    CalendarText(MailSettings settings, Stationery stationery) {
        this.settings = settings;
        this.stationery = stationery;
    }

    CalendarPart of(Appointment appointment, Contact contact) {
        var telling = telling(appointment.status());
        var calendar = calendar(telling, appointment, contact);
        return new CalendarPart(telling.method().getValue(), FoldedLines.of(written(calendar)));
    }

    private Calendar calendar(Telling telling, Appointment appointment, Contact contact) {
        var zone = appointment.clinic().zone();
        return new Calendar()
                .withProdId(PRODUCER)
                .withProperty(ImmutableVersion.VERSION_2_0)
                .withProperty(ImmutableCalScale.GREGORIAN)
                .withProperty(telling.method())
                .withComponent(ZoneText.of(zone, appointment.time().start()))
                .withComponent(event(telling.status(), appointment, contact))
                .getFluentTarget();
    }

    private VEvent event(Status status, Appointment appointment, Contact contact) {
        var clinic = appointment.clinic();
        var event = new VEvent(false);
        event.add(new Uid("%s@%s".formatted(appointment.id(), settings.domain())));
        event.add(new DtStamp(appointment.changedAt()));
        event.add(new Sequence(appointment.calendarSequence()));
        event.add(new DtStart<>(local(appointment.time().start(), appointment)));
        event.add(new DtEnd<>(local(appointment.time().end(), appointment)));
        event.add(status);
        event.add(new Clazz(Clazz.VALUE_PRIVATE));
        event.add(new Summary(stationery.phrase("calendar.summary", contact.language(), clinic.alias())));
        event.add(new Location(clinic.address()));
        event.add(new Url(settings.visitPage(appointment.id())));
        event.add(organizer(clinic.alias()));
        event.add(attendee(contact));
        return event;
    }

    private Organizer organizer(String alias) {
        var organizer = new Organizer(mailTo(settings.from().value()));
        organizer.add(new Cn(alias));
        return organizer;
    }

    private static Attendee attendee(Contact contact) {
        var attendee = new Attendee(mailTo(contact.email().value()));
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        return attendee;
    }

    private static ZonedDateTime local(Instant instant, Appointment appointment) {
        return instant.atZone(appointment.clinic().zone());
    }

    private static URI mailTo(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not an address", impossible);
        }
    }

    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static Telling telling(Appointment.Status status) {
        return switch (status) {
            case REQUESTED -> new Telling(ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_TENTATIVE);
            case BOOKED, CHECKED_IN, COMPLETED, MISSED, NEEDS_REASSIGNMENT ->
                new Telling(ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED);
            case CANCELLED -> new Telling(ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED);
        };
    }

    private record Telling(Method method, Status status) {}
}
