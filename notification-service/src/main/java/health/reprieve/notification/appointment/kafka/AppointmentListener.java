package health.reprieve.notification.appointment.kafka;

import health.reprieve.access.PatientId;
import health.reprieve.notification.appointment.Appointment;
import health.reprieve.notification.appointment.Appointment.Clinic;
import health.reprieve.notification.appointment.Appointment.Status;
import health.reprieve.notification.appointment.AppointmentNews;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.news.Fields;
import health.reprieve.notification.news.SkippedEvents;
import health.reprieve.notification.news.Topic;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Handling;
import health.reprieve.outbox.Inbox;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
final class AppointmentListener {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String CONSUMER = "notification.appointment";
    private static final Map<String, Template> TELLING = Map.of(
            "health.reprieve.appointment.booked.v1", Template.CONFIRMATION,
            "health.reprieve.appointment.moved.v1", Template.NEW_TIME,
            "health.reprieve.appointment.reassigned.v1", Template.NEW_TIME,
            "health.reprieve.appointment.cancelled.v1", Template.CANCELLATION);
    private static final Set<String> NOT_FOR_PATIENTS = Set.of(
            "health.reprieve.appointment.requested.v1",
            "health.reprieve.appointment.checked-in.v1",
            "health.reprieve.appointment.completed.v1",
            "health.reprieve.appointment.missed.v1",
            "health.reprieve.appointment.needs-reassignment.v1");

    private final Inbox inbox;
    private final AppointmentNews news;
    private final Outgoing outgoing;
    private final SkippedEvents skipped;

    AppointmentListener(Inbox inbox, AppointmentNews news, Outgoing outgoing, SkippedEvents skipped) {
        this.inbox = inbox;
        this.news = news;
        this.outgoing = outgoing;
        this.skipped = skipped;
    }

    @KafkaListener(id = "notification-appointments", topics = Topic.APPOINTMENTS, groupId = "notification")
    void hear(String told) {
        var event = CloudEvent.parse(told);
        var telling = TELLING.get(event.type());
        if (telling == null && !NOT_FOR_PATIENTS.contains(event.type())) {
            skipped.skip(Topic.APPOINTMENT_EVENTS, event);
            return;
        }
        handle(event, telling);
    }

    private void handle(CloudEvent event, @Nullable Template telling) {
        var appointment = appointment(event);
        var queued = new AtomicReference<@Nullable Template>();
        var handling = inbox.handle(
                        CONSUMER,
                        event,
                        () -> news.heard(event.id(), telling, appointment)
                                .doOnNext(queued::set)
                                .then())
                .block(TEN_SECONDS);
        var said = queued.get();
        if (handling == Handling.APPLIED && said != null) {
            outgoing.queued(said);
        }
    }

    static Appointment appointment(CloudEvent event) {
        var told = Fields.of(event, "appointment");
        return new Appointment(
                told.id("id"),
                told.number("version"),
                told.read("status", Status::valueOf),
                time(told),
                new PatientId(told.at("patient").id("id")),
                clinic(told.at("clinic")),
                told.smallNumber("calendarSequence"),
                event.time());
    }

    private static TimeRange time(Fields told) {
        var start = told.instant("start");
        var end = told.instant("end");
        if (!start.isBefore(end)) {
            throw new MalformedEvent("an appointment that ends before it starts");
        }
        return new TimeRange(start, end);
    }

    private static Clinic clinic(Fields told) {
        return new Clinic(told.text("alias"), told.zone("zone"), told.text("address"), told.text("phone"));
    }
}
