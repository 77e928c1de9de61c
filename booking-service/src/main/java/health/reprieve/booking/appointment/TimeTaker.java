package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.board.ClinicBoard;
import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.metric.Resource;
import health.reprieve.booking.slot.Refusal;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the engine for one time, and takes it. The engine advises, the database decides: a race that was lost for the
 * room is run again in another room, a bounded number of times; one that was lost for the therapist is lost, but where it
 * may be several it is run again with the next.
 */
@Component
class TimeTaker {

    private static final int MOST_ATTEMPTS = 4;
    private static final int MOST_ATTEMPTS_AMONG_SEVERAL = 20;

    private final Openings openings;
    private final Situations situations;
    private final Assignment assignment;
    private final DeskFigures figures;

    TimeTaker(Openings openings, Situations situations, Assignment assignment, DeskFigures figures) {
        this.openings = openings;
        this.situations = situations;
        this.assignment = assignment;
        this.figures = figures;
    }

    /** One time, by whom, what for and for whom. */
    record Wanted(Clinic clinic, Whom whom, Instant start, Work work, Condition condition, Asker asker, Instant now) {

        TimeRange time() {
            return TimeRange.startingAt(start, work.length());
        }

        Situations.Question question() {
            return new Situations.Question(work, asker, now);
        }

        private boolean isOfSeveral() {
            return !(whom instanceof Whom.One);
        }

        private int mostAttempts() {
            return isOfSeveral() ? MOST_ATTEMPTS_AMONG_SEVERAL : MOST_ATTEMPTS;
        }
    }

    /** What is free for it, as far as the engine can see. */
    record Found(Space space, Appointment.Treating therapist) {}

    /**
     * @param seen the clinic as it is looked at first; null: it is still to be read
     * @param attempt tries to write what was found; empty when the race for it was lost
     */
    private record Run<T>(
            Wanted wanted,
            @Nullable ClinicBoard seen,
            Mono<List<Continuity.Bond>> bonds,
            Function<Found, Mono<T>> attempt) {

        Run<T> again() {
            return new Run<>(wanted, null, bonds, attempt);
        }
    }

    /**
     * Takes the wanted time.
     *
     * @param attempt tries to write it; empty when the race for it was lost
     * @throws BookingRefused through the Mono, when it cannot be had
     */
    <T> Mono<T> take(Wanted wanted, Function<Found, Mono<T>> attempt) {
        return take(new Run<>(wanted, null, assignment.bonds(wanted.asker), attempt), 0, null);
    }

    /** The same for whoever has just seen the clinic: it is read again only if the race is lost. */
    <T> Mono<T> take(Wanted wanted, ClinicBoard seen, Function<Found, Mono<T>> attempt) {
        return take(new Run<>(wanted, seen, assignment.bonds(wanted.asker), attempt), 0, null);
    }

    /**
     * What is free for the wanted time, for whoever will take it with others.
     *
     * @throws BookingRefused through the Mono, when it cannot be had; where it is taken, without the nearest times
     */
    Mono<Found> find(Wanted wanted) {
        return look(new Run<>(wanted, null, assignment.bonds(wanted.asker), Mono::just))
                .map(seen -> switch (seen.verdict) {
                    case Verdict.Offered offered -> found(wanted, offered, seen.desk);
                    case Verdict.Refused refused -> throw why(wanted, refused.refusal());
                });
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

    /** @param lost with whom the race before was lost; null: this is the first */
    private <T> Mono<T> take(Run<T> run, int attempts, @Nullable TherapistId lost) {
        return attempts == run.wanted.mostAttempts()
                ? figures.lostRace(Resource.ROOM).then(refuseAsTaken(run.wanted))
                : look(run)
                        .flatMap(seen -> tellOfLostRace(seen, lost).then(found(run.wanted, seen)))
                        .flatMap(found -> attempt(run, found)
                                .switchIfEmpty(Mono.defer(() -> take(
                                        run.again(),
                                        attempts + 1,
                                        found.therapist().id()))));
    }

    /** Where it may be several, one who has reached their limit meanwhile is a race that was lost. */
    private static <T> Mono<T> attempt(Run<T> run, Found found) {
        return run.attempt
                .apply(found)
                .onErrorResume(
                        BookingRefused.NotOffered.class,
                        refused -> run.wanted.isOfSeveral() && refused.reason() instanceof Refusal.LimitReached
                                ? Mono.empty()
                                : Mono.error(refused));
    }

    /** What the engine says, and of which state of the clinic. */
    private record Seen(Verdict verdict, Situations.Desk desk) {}

    private Mono<Seen> look(Run<?> run) {
        return Mono.justOrEmpty(run.seen)
                .map(situations::at)
                .switchIfEmpty(Mono.defer(() -> situations.at(run.wanted.clinic.id())))
                .flatMap(desk -> verdict(run, desk).map(verdict -> new Seen(verdict, desk)));
    }

    private Mono<Verdict> verdict(Run<?> run, Situations.Desk desk) {
        var wanted = run.wanted;
        return Mono.justOrEmpty(outOfReach(wanted, desk))
                .<Verdict>map(refusal -> Assignment.refused(wanted, refusal))
                .switchIfEmpty(Mono.defer(() -> wanted.whom instanceof Whom.One one
                        ? Mono.just(desk.check(one.therapist(), wanted.question(), wanted.start))
                        : assignment.verdict(wanted, desk, run.bonds)));
    }

    /** The database does not tell who lost it the race; what is taken at the next look does. */
    private Mono<Void> tellOfLostRace(Seen afterwards, @Nullable TherapistId lost) {
        return lost == null ? Mono.empty() : figures.lostRace(taken(afterwards.verdict, lost));
    }

    private static Resource taken(Verdict afterwards, TherapistId lost) {
        return switch (afterwards) {
            // where the same therapist and the patient are still free, it was the room
            case Verdict.Offered another ->
                another.offer().therapist().equals(lost) ? Resource.ROOM : Resource.THERAPIST;
            case Verdict.Refused refused ->
                switch (refused.refusal().rule()) {
                    case PATIENT_FREE, SPACING -> Resource.PATIENT;
                    case ROOM -> Resource.ROOM;
                    case THERAPIST_FREE -> Resource.THERAPIST;
                    // what was heard meanwhile hides the rest
                    case KNOWN_THERAPIST, SERVICE_LENGTH, STARTS, NOTICE, HORIZON -> Resource.THERAPIST;
                    case CLOSURE, OPENING_HOURS, WORKING_HOURS, TIME_OFF -> Resource.THERAPIST;
                    case RIGHT_TO_PRACTISE, FOREIGN_CALENDAR, LOAD -> Resource.THERAPIST;
                    case BLACKOUT, REGION -> Resource.THERAPIST;
                };
        };
    }

    private Mono<Found> found(Wanted wanted, Seen seen) {
        return switch (seen.verdict) {
            case Verdict.Offered offered -> Mono.just(found(wanted, offered, seen.desk));
            case Verdict.Refused refused -> refuse(wanted, refused.refusal());
        };
    }

    private static Found found(Wanted wanted, Verdict.Offered offered, Situations.Desk desk) {
        var offer = desk.keepingRoom(offered.offer(), wanted.question());
        var space = new Space(
                wanted.clinic.id(),
                offer.therapist(),
                offer.room(),
                offer.time(),
                desk.policy().rest().after(),
                desk.policy().turnover().after(),
                wanted.work,
                desk.limits(),
                offer.swap());
        var name = desk.board()
                .therapist(offer.therapist())
                .map(KnownTherapist::name)
                .orElse("");
        return new Found(space, new Appointment.Treating(offer.therapist(), name));
    }

    private <T> Mono<T> refuse(Wanted wanted, Refusal refusal) {
        var why = why(wanted, refusal);
        return why instanceof BookingRefused.TimeTaken ? refuseAsTaken(wanted) : Mono.error(why);
    }

    private static BookingRefused why(Wanted wanted, Refusal refusal) {
        return switch (refusal.rule()) {
            case THERAPIST_FREE, ROOM -> new BookingRefused.TimeTaken(List.of());
            // of several, whoever has enough work is as good as taken
            case LOAD ->
                wanted.isOfSeveral() ? new BookingRefused.TimeTaken(List.of()) : new BookingRefused.NotOffered(refusal);
            case PATIENT_FREE -> new BookingRefused.PatientHasVisitThen();
            case KNOWN_THERAPIST, SERVICE_LENGTH, STARTS, NOTICE, HORIZON -> new BookingRefused.NotOffered(refusal);
            case CLOSURE, OPENING_HOURS, WORKING_HOURS, TIME_OFF -> new BookingRefused.NotOffered(refusal);
            case RIGHT_TO_PRACTISE, FOREIGN_CALENDAR -> new BookingRefused.NotOffered(refusal);
            case BLACKOUT, REGION, SPACING -> new BookingRefused.NotOffered(refusal);
        };
    }

    private <T> Mono<T> refuseAsTaken(Wanted wanted) {
        return openings.nearest(wanted.clinic.id(), wanted.start, wanted.question())
                .flatMap(nearest -> Mono.error(new BookingRefused.TimeTaken(nearest)));
    }
}
