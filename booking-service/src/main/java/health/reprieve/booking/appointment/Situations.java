package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.PatientConstraints;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.Practice;
import health.reprieve.booking.slot.Session;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.Stay;
import health.reprieve.booking.slot.TreatmentRoom;
import health.reprieve.booking.slot.Visit;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what the engine needs to know, so that listing and checking are asked of the same facts. */
@Component
class Situations {

    private final KnownTherapists therapists;
    private final Reservations reservations;
    private final Policy policy;

    Situations(KnownTherapists therapists, Reservations reservations, Policy policy) {
        this.therapists = therapists;
        this.reservations = reservations;
        this.policy = policy;
    }

    Policy policy() {
        return policy;
    }

    /**
     * What is asked about.
     *
     * @param length of the treatment
     * @param lastDay clinic-local, not before the first
     */
    record Question(Clinic clinic, Duration length, LocalDate firstDay, LocalDate lastDay, Asker asker, Instant now) {

        TimeRange within() {
            return new TimeRange(
                    firstDay.minusDays(1).atStartOfDay(clinic.zone()).toInstant(),
                    lastDay.plusDays(2).atStartOfDay(clinic.zone()).toInstant());
        }
    }

    /** The situation of all therapists of the clinic. */
    Mono<Gathered> ofAll(Question question) {
        return therapists.at(question.clinic.id()).flatMap(known -> of(known, question));
    }

    /** The situation of one therapist, who is missing in it when they have no hours at the clinic. */
    Mono<Gathered> ofOne(TherapistId therapist, Question question) {
        return therapists
                .at(question.clinic.id(), therapist)
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(known -> of(known, question));
    }

    /** The situation of some therapists of the clinic. */
    Mono<Gathered> of(List<KnownTherapist> known, Question question) {
        return reservations
                .occupancy(owners(question.clinic, known), question.within(), question.asker, question.now)
                .map(occupancy -> new Gathered(known, situation(known, question, occupancy)));
    }

    private Situation situation(List<KnownTherapist> known, Question question, Occupancy occupancy) {
        return new Situation(
                question.now,
                practice(question.clinic, occupancy),
                question.firstDay,
                question.lastDay,
                Session.lasting(question.length),
                candidates(question.clinic, known, occupancy),
                PatientConstraints.busyAt(occupancy.patient()));
    }

    private Practice practice(Clinic clinic, Occupancy occupancy) {
        return new Practice(
                clinic.zone(), clinic.state(), WorkingHours.ALWAYS, List.of(), policy, rooms(clinic, occupancy));
    }

    private static Occupancy.Question owners(Clinic clinic, List<KnownTherapist> known) {
        return new Occupancy.Question(
                known.stream().map(KnownTherapist::id).toList(),
                clinic.rooms().stream().map(Room::id).toList());
    }

    private static List<Candidate> candidates(Clinic clinic, List<KnownTherapist> known, Occupancy occupancy) {
        return known.stream()
                .map(therapist -> new Candidate(
                        therapist.id(),
                        hours(clinic, therapist),
                        List.of(),
                        therapist.credentials(),
                        List.of(),
                        occupancy.of(therapist.id()).stream()
                                .map(span -> new Visit(span, Margin.NONE, span.length()))
                                .toList(),
                        List.of()))
                .toList();
    }

    private static List<Stay> hours(Clinic clinic, KnownTherapist therapist) {
        return Stream.ofNullable(therapist.hours().get(clinic.id()))
                .map(hours -> Stay.always(hours, clinic.zone()))
                .toList();
    }

    private static List<TreatmentRoom> rooms(Clinic clinic, Occupancy occupancy) {
        return clinic.rooms().stream()
                .map(room -> new TreatmentRoom(
                        room.id(),
                        Set.of(),
                        List.of(),
                        occupancy.of(room.id()).stream().map(Situations::use).toList()))
                .toList();
    }

    private static TreatmentRoom.Use use(TimeRange span) {
        return new TreatmentRoom.Use(new UUID(0, 0), span, Margin.NONE, Set.of(), false);
    }

    /** The engine's situation, beside the therapists it was made of. */
    record Gathered(List<KnownTherapist> therapists, Situation situation) {

        String nameOf(TherapistId id) {
            return therapists.stream()
                    .filter(therapist -> therapist.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .name();
        }
    }
}
