package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.appointment.board.Boards;
import health.reprieve.booking.appointment.board.ClinicBoard;
import health.reprieve.booking.appointment.board.Supposed;
import health.reprieve.booking.appointment.board.Taken;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.clinic.RoomId;
import health.reprieve.booking.slot.FreeTimes;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.PatientConstraints;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.Slots;
import health.reprieve.booking.slot.StartRule;
import health.reprieve.booking.slot.Verdict;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts questions to the engine, so that listing and checking are asked of the same facts. */
@Component
class Situations {

    private static final int FARTHEST_DAYS = 400;

    private final Boards boards;
    private final UnaryOperator<Policy> exception;

    @Autowired
    Situations(Boards boards) {
        this(boards, UnaryOperator.identity());
    }

    private Situations(Boards boards, UnaryOperator<Policy> exception) {
        this.boards = boards;
        this.exception = exception;
    }

    /** The same questions, asked by somebody who need give no notice. */
    Situations withoutNotice() {
        return new Situations(boards, Policy::withoutNotice);
    }

    /** What is asked about. */
    record Question(Work work, Asker asker, Instant now) {}

    /**
     * The clinic as it is now; questions to it have answers that agree.
     *
     * @throws BookingRefused.ClinicUnknown through the Mono
     */
    Mono<Desk> at(ClinicId clinic) {
        return boards.of(clinic).map(this::at).switchIfEmpty(Mono.error(BookingRefused.ClinicUnknown::new));
    }

    /** A clinic as somebody has just seen it. */
    Desk at(ClinicBoard seen) {
        return new Desk(seen, exception.apply(seen.policy()));
    }

    /** Where questions about one clinic are asked. */
    static final class Desk {

        private final ClinicBoard board;
        private final Policy policy;

        private Desk(ClinicBoard board, Policy policy) {
            this.board = board;
            this.policy = policy;
        }

        ClinicBoard board() {
            return board;
        }

        Policy policy() {
            return policy;
        }

        /** The same with more that is taken. */
        Desk beside(List<Taken> more) {
            return more.isEmpty() ? this : new Desk(board.beside(more), policy);
        }

        LoadLimits limits() {
            return new LoadLimits(board.clinic().zone(), board.limits());
        }

        LocalDate today(Instant now) {
            return now.atZone(board.clinic().zone()).toLocalDate();
        }

        /** The last clinic-local day on which something can start. */
        LocalDate lastDay(Instant now) {
            var farthest = today(now).plusDays(FARTHEST_DAYS);
            return policy.horizon()
                    .lastDay(today(now))
                    .filter(farthest::isAfter)
                    .orElse(farthest);
        }

        /** The times that some therapists have on some days, which must not lie beyond the last one. */
        FreeTimes free(List<KnownTherapist> therapists, Question question, LocalDate first, LocalDate last) {
            var supposed = supposed(question.asker);
            var situation = situation(therapists, question, supposed, first, last);
            return switch (policy.starts()) {
                case StartRule.Packed packed -> Slots.free(situation);
                case StartRule.Grid grid ->
                    Slots.free(
                            situation,
                            board.standing(
                                    situation.practice(),
                                    grid,
                                    situation.session(),
                                    today(question.now),
                                    lastDay(question.now),
                                    supposed));
            };
        }

        /** Hands-on time that a therapist has in the clinic-local week of an instant, beside what is the asker's. */
        Duration load(TherapistId therapist, Question question, Instant at) {
            var zone = board.clinic().zone();
            var monday = today(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            var week = new TimeRange(
                    monday.atStartOfDay(zone).toInstant(),
                    monday.plusWeeks(1).atStartOfDay(zone).toInstant());
            return board.load(therapist, week, supposed(question.asker), question.now);
        }

        /** Whether one start can be had. */
        Verdict check(TherapistId therapist, Question question, Instant start) {
            var day = today(start);
            var known = board.therapist(therapist).map(List::of).orElse(List.of());
            return Slots.check(situation(known, question, supposed(question.asker), day, day), start, therapist);
        }

        /** The same time in the room that a visit has, where that is as free. */
        Offer keepingRoom(Offer offer, Question question) {
            var moving = question.asker.moving();
            if (moving == null || moving.room().equals(offer.room())) {
                return offer;
            }
            var start = offer.time().start();
            var situation = situation(List.of(), question, supposed(question.asker), today(start), today(start));
            return Slots.isFree(situation, start, moving.room())
                    ? new Offer(offer.time(), offer.therapist(), moving.room(), Optional.empty())
                    : offer;
        }

        /** Whether anybody is treated in the room for all of that time, whoever it is. */
        boolean isInUse(RoomId room, TimeRange time) {
            return board.isInUse(room, time);
        }

        private Supposed supposed(Asker asker) {
            return board.supposed(asker.difference());
        }

        private Situation situation(
                List<KnownTherapist> therapists,
                Question question,
                Supposed supposed,
                LocalDate first,
                LocalDate last) {
            return new Situation(
                    question.now,
                    board.practice(policy, supposed, question.now),
                    first,
                    last,
                    question.work.session(),
                    board.candidates(therapists, supposed, question.now),
                    patient(question, supposed));
        }

        private PatientConstraints patient(Question question, Supposed supposed) {
            var patient = question.asker.patient();
            return patient == null
                    ? PatientConstraints.UNKNOWN
                    : board.patient(patient, question.work.spacing(), supposed, question.now);
        }
    }
}
