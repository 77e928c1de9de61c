package health.reprieve.notification.appointment.email;

import static java.util.Map.entry;

import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointments;
import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.contact.Contacts;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Message;
import health.reprieve.notification.message.Stationery;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.message.TimeInWords;
import health.reprieve.notification.message.Writer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what a patient is told of an appointment, from what is known of both at this moment. */
@Component
final class AppointmentMail implements Writer {

    private final Appointments appointments;
    private final Contacts contacts;
    private final Stationery stationery;
    private final CalendarText calendar;
    private final MailSettings settings;

    AppointmentMail(
            Appointments appointments,
            Contacts contacts,
            Stationery stationery,
            CalendarText calendar,
            MailSettings settings) {
        this.appointments = appointments;
        this.contacts = contacts;
        this.stationery = stationery;
        this.calendar = calendar;
        this.settings = settings;
    }

    @Override
    public Set<Template> templates() {
        return EnumSet.of(Template.CONFIRMATION, Template.NEW_TIME, Template.CANCELLATION);
    }

    @Override
    public Mono<Draft> write(Message message) {
        return message.matter() instanceof Matter.Visit visit
                ? Mono.zip(appointments.latest(visit.appointment()), contacts.of(visit.patient()))
                        .map(known -> draft(message, visit, known.getT1(), known.getT2()))
                : Mono.just(new Draft.Unwritable());
    }

    private Draft draft(Message message, Matter.Visit visit, Appointment appointment, Contact contact) {
        return appointment.outdates(visit.calendarSequence())
                ? new Draft.Outdated()
                : new Draft.Written(mail(message, appointment, contact));
    }

    private Mail mail(Message message, Appointment appointment, Contact contact) {
        var language = contact.language();
        var words = wordsFor(message.template());
        var subject = stationery.phrase(words + ".subject", language);
        var sheet = stationery.fill("appointment/visit", language, values(words, subject, appointment, contact));
        return new Mail(
                message.id(),
                contact.email(),
                appointment.clinic().alias(),
                subject,
                language,
                message.queuedAt(),
                sheet.text(),
                sheet.html(),
                calendar.of(appointment, contact));
    }

    private Map<String, Object> values(String words, String subject, Appointment appointment, Contact contact) {
        var language = contact.language();
        var clinic = appointment.clinic();
        return Map.ofEntries(
                entry("language", language.toLanguageTag()),
                entry("subject", subject),
                entry("lead", stationery.phrase(words + ".lead", language)),
                entry("firstName", contact.firstName()),
                entry("time", TimeInWords.of(appointment.time(), clinic.zone(), language, stationery)),
                entry("alias", clinic.alias()),
                entry("address", clinic.address()),
                entry("phone", clinic.phone()),
                entry("call", "tel:" + clinic.phone().replaceAll("[^+0-9]", "")),
                entry("open", stationery.phrase(words + ".open", language)),
                entry("page", settings.visitPage(appointment.id())));
    }

    private static String wordsFor(Template template) {
        return switch (template) {
            case CONFIRMATION -> "mail.confirmation";
            case NEW_TIME -> "mail.new-time";
            case CANCELLATION -> "mail.cancellation";
            case SIGN_IN_CODE, OFFER -> throw new IllegalArgumentException("not about an appointment");
        };
    }
}
