package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.metric.Resource;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the engine for one time, and takes it. The engine advises, the database decides: a race that was lost for the
 * room is run again in another room, a bounded number of times; one that was lost for the therapist is lost.
 */
@Component
class TimeTaker {

    private static final int MOST_ATTEMPTS = 4;

    private final Openings openings;
    private final Situations situations;
    private final DeskFigures figures;

    TimeTaker(Openings openings, Situations situations, DeskFigures figures) {
        this.openings = openings;
        this.situations = situations;
        this.figures = figures;
    }

    /** One time with one therapist, and for whom. */
    record Wanted(Clinic clinic, TherapistId therapist, Instant start, Work work, Asker asker, Instant now) {

        TimeRange time() {
            return TimeRange.startingAt(start, work.length());
        }

        private Situations.Question question() {
            return new Situations.Question(work, asker, now);
        }
    }

    /** What is free for it, as far as the engine can see. */
    record Found(Space space, Appointment.Treating therapist) {}

    /**
     * Takes the wanted time.
     *
     * @param attempt tries to write it; empty when the race for it was lost
     * @throws BookingRefused through the Mono, when it cannot be had
     */
    <T> Mono<T> take(Wanted wanted, Function<Found, Mono<T>> attempt) {
        return take(wanted, attempt, MOST_ATTEMPTS);
    }

    /** Years of nine digits are well-formed too; they are refused before anybody counts days in them. */
    private static Optional<Refusal> outOfReach(Wanted wanted, Situations.Desk desk) {
        var start = wanted.start;
        if (start.isBefore(wanted.now)) {
            return Optional.of(new Refusal.TooSoon(wanted.now.plus(desk.policy().notice())));
        }
        var zone = wanted.clinic.zone();
        var reach = desk.lastDay(wanted.now).plusDays(1).atStartOfDay(zone).toInstant();
        return start.isBefore(reach) ? Optional.empty() : Optional.of(new Refusal.TooFar(reach));
    }

    private <T> Mono<T> take(Wanted wanted, Function<Found, Mono<T>> attempt, int attemptsLeft) {
        return attemptsLeft == 0
                ? figures.lostRace(Resource.ROOM).then(refuseAsTaken(wanted))
                : look(wanted)
                        .flatMap(seen -> tellOfLostRace(seen, attemptsLeft).then(found(wanted, seen)))
                        .flatMap(attempt)
                        .switchIfEmpty(Mono.defer(() -> take(wanted, attempt, attemptsLeft - 1)));
    }

    /** What the engine says, by which policy and limits, and how the therapist is called. */
    private record Seen(Verdict verdict, Policy policy, LoadLimits limits, String therapist) {}

    private Mono<Seen> look(Wanted wanted) {
        return situations
                .at(wanted.clinic.id())
                .map(desk -> new Seen(
                        verdict(wanted, desk),
                        desk.policy(),
                        desk.limits(),
                        desk.board()
                                .therapist(wanted.therapist)
                                .map(KnownTherapist::name)
                                .orElse("")));
    }

    private static Verdict verdict(Wanted wanted, Situations.Desk desk) {
        return outOfReach(wanted, desk)
                .<Verdict>map(refusal -> new Verdict.Refused(wanted.start, wanted.therapist, List.of(refusal)))
                .orElseGet(() -> desk.check(wanted.therapist, wanted.question(), wanted.start));
    }

    /** The database does not tell who lost it the race; what is taken at the next look does. */
    private Mono<Void> tellOfLostRace(Seen afterwards, int attemptsLeft) {
        return attemptsLeft == MOST_ATTEMPTS ? Mono.empty() : figures.lostRace(taken(afterwards.verdict));
    }

    private static Resource taken(Verdict afterwards) {
        return switch (afterwards) {
            // therapist and patient are still free
            case Verdict.Offered another -> Resource.ROOM;
            case Verdict.Refused refused ->
                switch (refused.refusal().rule()) {
                    case PATIENT_FREE -> Resource.PATIENT;
                    case ROOM -> Resource.ROOM;
                    case THERAPIST_FREE -> Resource.THERAPIST;
                    // what was heard meanwhile hides the rest
                    case KNOWN_THERAPIST, SERVICE_LENGTH, STARTS, NOTICE, HORIZON -> Resource.THERAPIST;
                    case CLOSURE, OPENING_HOURS, WORKING_HOURS, TIME_OFF -> Resource.THERAPIST;
                    case RIGHT_TO_PRACTISE, FOREIGN_CALENDAR, LOAD -> Resource.THERAPIST;
                    case BLACKOUT, REGION, SPACING -> Resource.THERAPIST;
                };
        };
    }

    private Mono<Found> found(Wanted wanted, Seen seen) {
        return switch (seen.verdict) {
            case Verdict.Offered offered -> Mono.just(found(wanted, offered.offer(), seen));
            case Verdict.Refused refused -> refuse(wanted, refused.refusal());
        };
    }

    private static Found found(Wanted wanted, Offer offer, Seen seen) {
        var space = new Space(
                wanted.clinic.id(),
                offer.therapist(),
                offer.room(),
                offer.time(),
                seen.policy.rest().after(),
                seen.policy.turnover().after(),
                wanted.work,
                seen.limits);
        return new Found(space, new Appointment.Treating(offer.therapist(), seen.therapist));
    }

    private <T> Mono<T> refuse(Wanted wanted, Refusal refusal) {
        return switch (refusal.rule()) {
            case THERAPIST_FREE, ROOM -> refuseAsTaken(wanted);
            case PATIENT_FREE -> Mono.error(new BookingRefused.PatientHasVisitThen());
            case KNOWN_THERAPIST, SERVICE_LENGTH, STARTS, NOTICE, HORIZON -> notOffered(refusal);
            case CLOSURE, OPENING_HOURS, WORKING_HOURS, TIME_OFF -> notOffered(refusal);
            case RIGHT_TO_PRACTISE, FOREIGN_CALENDAR, LOAD -> notOffered(refusal);
            case BLACKOUT, REGION, SPACING -> notOffered(refusal);
        };
    }

    private static <T> Mono<T> notOffered(Refusal refusal) {
        return Mono.error(new BookingRefused.NotOffered(refusal));
    }

    private <T> Mono<T> refuseAsTaken(Wanted wanted) {
        return openings.nearest(wanted.clinic.id(), wanted.start, wanted.question())
                .flatMap(nearest -> Mono.error(new BookingRefused.TimeTaken(nearest)));
    }
}
