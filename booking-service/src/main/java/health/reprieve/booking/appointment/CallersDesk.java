package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where staff book for somebody who calls or stands before them. */
@Service
public class CallersDesk {

    private final Patients patients;
    private final Menu menu;
    private final NewVisits visits;
    private final ShortNotice notice;
    private final DeskFigures figures;
    private final Clock clock;

    CallersDesk(Patients patients, Menu menu, NewVisits visits, ShortNotice notice, DeskFigures figures, Clock clock) {
        this.patients = patients;
        this.menu = menu;
        this.visits = visits;
        this.notice = notice;
        this.figures = figures;
        this.clock = clock;
    }

    /** For whom staff book. */
    public sealed interface Caller {

        /** Somebody who was here before. */
        record Known(PatientId id) implements Caller {}

        /** Somebody new; if the address is known, they are not. */
        record New(String name, MailAddress email, String language) implements Caller {}
    }

    /** @param note why it is booked at shorter notice than the clinic wants; null: it is not */
    public record Request(
            Caller caller, Wish wish, @Nullable String note) {}

    /**
     * Books for a caller. The same request under the same key again has no further effect, and the same answer.
     *
     * @param key chosen by the client, 1 to 255 characters
     * @throws BookingRefused through the Mono; a refused request leaves no key behind
     */
    public Mono<Appointment> book(Actor actor, Request request, String key) {
        var doer = Doer.of(actor);
        var requestKey = RequestKey.of("%s:%s".formatted(doer.kind(), doer.id()), key, request);
        var attempt = visits.orEarlier(actor, requestKey, attempt(actor, request, requestKey));
        return figures.counted(Asked.BOOKING, attempt);
    }

    private Mono<Appointment> attempt(Actor actor, Request request, RequestKey key) {
        if (!request.wish().condition().canBeBookedOnline()) {
            return Mono.error(new BookingRefused.ClearanceNeeded());
        }
        return menu.choice(request.wish())
                .zipWhen(choice -> patient(actor, request.caller(), choice.clinic()))
                .map(both -> order(actor, request, both.getT2(), both.getT1()))
                .flatMap(order -> visits.book(order, key, notice.times(request.note())));
    }

    private NewVisits.Order order(Actor actor, Request request, Patient patient, Menu.Choice choice) {
        return new NewVisits.Order(
                actor,
                patient,
                request.wish(),
                choice,
                new Asker(null, patient.id(), null),
                // staff hold nothing, so the browser is one that does not exist
                BrowserId.random(),
                request.note(),
                clock.instant());
    }

    private Mono<Patient> patient(Actor actor, Caller caller, Clinic clinic) {
        return switch (caller) {
            case Caller.Known known ->
                patients.find(actor, known.id()).switchIfEmpty(Mono.error(BookingRefused.PatientUnknown::new));
            case Caller.New somebody ->
                patients.find(actor, somebody.email())
                        .defaultIfEmpty(new Patient(
                                PatientId.random(),
                                somebody.name(),
                                somebody.email(),
                                somebody.language(),
                                clinic.zone()));
        };
    }
}
