package health.reprieve.booking.appointment.postgres;

import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentNews;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.Deed;
import health.reprieve.booking.appointment.Doer;
import health.reprieve.booking.appointment.LostRace;
import health.reprieve.booking.appointment.Space;
import health.reprieve.booking.appointment.Step;
import health.reprieve.booking.slot.Offer;
import health.reprieve.database.Database;
import health.reprieve.outbox.Outbox;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where a room is free only if a visit leaves it for another one: gives that visit its other room, with its history and the
 * news of it, in the transaction that takes the room. If anything stands otherwise than the engine saw it, the race is lost.
 */
@Component
class SwappedRooms {

    private static final String OCCUPANT = AppointmentRow.SELECT + """
             WHERE appointment.id = (SELECT appointment_id FROM reservation
                                      WHERE id = :use AND room_id = :from AND status IN ('REQUESTED', 'BOOKED'))
               AND appointment.status IN ('REQUESTED', 'BOOKED')
            """;

    // Whole holds that stand in the other room but block nobody, locked in order of id like everywhere.
    private static final String CLEAR = """
            DELETE FROM reservation WHERE id IN (
                SELECT id FROM reservation
                 WHERE status = 'HELD' AND (browser_id = :browser OR expires_at <= :now OR holder_id = ANY(CAST(:patients AS uuid[])))
                   AND hold_id IN (
                       SELECT held.hold_id FROM reservation held JOIN reservation visit ON visit.id = :use
                        WHERE held.status = 'HELD' AND held.room_id = :to AND held.room_span && visit.room_span)
                 ORDER BY id FOR UPDATE)
            """;

    private static final String CHANGE = """
            UPDATE reservation SET room_id = :to
             WHERE id = :use AND room_id = :from AND status IN ('REQUESTED', 'BOOKED')
            """;

    private final Database database;
    private final VisitUpdate visits;
    private final AppointmentNews news;
    private final Outbox outbox;

    SwappedRooms(Database database, VisitUpdate visits, AppointmentNews news, Outbox outbox) {
        this.database = database;
        this.visits = visits;
        this.news = news;
        this.outbox = outbox;
    }

    /**
     * In the surrounding transaction, which must end when this fails, before the spaces are written.
     *
     * @throws LostRace through the Mono, when a visit cannot leave its room any more
     */
    Mono<Void> make(List<Space> spaces, Own own) {
        return Flux.fromIterable(spaces)
                .concatMap(space -> Mono.justOrEmpty(space.swap()))
                .concatMap(swap -> make(swap, own))
                .then();
    }

    private Mono<Void> make(Offer.Swap swap, Own own) {
        return occupant(swap)
                .map(visit -> moved(visit, swap, own))
                .switchIfEmpty(Mono.error(LostRace::new))
                .flatMap(deed -> visits.write(deed)
                        .then(clear(swap, own))
                        .then(change(swap))
                        .then(Mono.justOrEmpty(news.of(deed)).flatMap(outbox::append)))
                .onErrorMap(SwappedRooms::isLost, failure -> new LostRace());
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof BookingRefused.VersionStale || failure instanceof DataIntegrityViolationException;
    }

    private Mono<Appointment> occupant(Offer.Swap swap) {
        return database.one(client -> client.sql(OCCUPANT)
                .bind("use", swap.use())
                .bind("from", swap.from().value())
                .map(AppointmentRow::of)
                .one());
    }

    private static Deed moved(Appointment visit, Offer.Swap swap, Own own) {
        var step = new Step.Move(visit.time(), visit.clinic().room(swap.to()), null);
        return visit.take(step, Doer.HOUSE, own.now()).deed().orElseThrow(LostRace::new);
    }

    private Mono<Void> clear(Offer.Swap swap, Own own) {
        return database.one(client -> client.sql(CLEAR)
                .bind("browser", own.browser().value())
                .bind("now", own.now())
                .bind("patients", own.patientIds())
                .bind("use", swap.use())
                .bind("to", swap.to().value())
                .then());
    }

    private Mono<Void> change(Offer.Swap swap) {
        return database.one(client -> client.sql(CHANGE)
                        .bind("use", swap.use())
                        .bind("from", swap.from().value())
                        .bind("to", swap.to().value())
                        .fetch()
                        .rowsUpdated())
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new LostRace()));
    }
}
