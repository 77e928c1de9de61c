package health.reprieve.booking.appointment;

import health.reprieve.access.Actor;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.metric.Asked;
import health.reprieve.booking.patient.Patient;
import health.reprieve.booking.patient.Patients;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where all times that one hold keeps become visits, or none of them. */
@Service
public class GroupBooking {

    private final Appointments appointments;
    private final SeriesBooking booking;
    private final Patients patients;
    private final Reservations reservations;
    private final HoldSettings settings;
    private final DeskFigures figures;
    private final Clock clock;

    GroupBooking(
            Appointments appointments,
            SeriesBooking booking,
            Patients patients,
            Reservations reservations,
            HoldSettings settings,
            DeskFigures figures,
            Clock clock) {
        this.appointments = appointments;
        this.booking = booking;
        this.patients = patients;
        this.reservations = reservations;
        this.settings = settings;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * Books every time that the patient's browser holds, in one transaction. Asked again, it has no further effect, and the
     * same answer.
     *
     * @param patient who they are, as they said it now
     * @param condition what the held times are for
     * @return the visits in order of time
     * @throws BookingRefused through the Mono; nothing is booked then, and what was held is still held
     */
    public Mono<List<Appointment>> book(Actor.Patient actor, Patient patient, HoldId held, Condition condition) {
        var now = clock.instant();
        var attempt = Mono.defer(() -> reservations.holdOf(actor.browser()))
                .filter(hold -> hold.id().equals(held))
                .switchIfEmpty(Mono.error(BookingRefused.HoldUnknown::new))
                .doOnNext(hold -> requireBookable(hold, condition, now))
                .flatMap(hold -> book(new Request(actor, patient, hold, condition, now)))
                .map(Answer::granted)
                .onErrorResume(
                        BookingRefused.class,
                        refusal -> booked(actor, held)
                                .filter(earlier -> !earlier.isEmpty())
                                .map(Answer::repeated)
                                .switchIfEmpty(Mono.error(refusal)));
        return figures.counted(Asked.BOOKING, attempt);
    }

    /** The visits that the times of a hold have become, in order of time; none when they have not. */
    public Mono<List<Appointment>> booked(Actor.Patient actor, HoldId held) {
        return Flux.range(0, settings.times())
                .concatMap(place -> appointments
                        .useOf(RequestKey.ofHeldTime(actor, held, place))
                        .flatMap(use -> appointments.find(actor, use.appointment()))
                        .map(List::of)
                        .defaultIfEmpty(List.of()))
                .takeWhile(found -> !found.isEmpty())
                .map(List::getFirst)
                .collectList();
    }

    private record Request(Actor.Patient actor, Patient patient, Hold hold, Condition condition, Instant now) {}

    private static void requireBookable(Hold hold, Condition condition, Instant now) {
        if (!condition.canBeBookedOnline()) {
            throw new BookingRefused.ClearanceNeeded();
        }
        if (!hold.isLive(now)) {
            throw new BookingRefused.HoldExpired();
        }
    }

    /** What was free when it was held may be none of the therapist's any more; so the engine is asked once more. */
    private Mono<List<Appointment>> book(Request request) {
        var held = request.hold.times();
        var wanted = IntStream.range(0, held.size())
                .mapToObj(place -> new SeriesBooking.Visit(
                        held.get(place).wish(request.condition),
                        RequestKey.ofHeldTime(request.actor, request.hold.id(), place)))
                .toList();
        var series = new SeriesBooking.Series(request.actor, request.patient, request.actor.browser(), wanted, null);
        return booking.book(
                series,
                visits -> patients.remember(request.patient, request.now).then(visits));
    }
}
