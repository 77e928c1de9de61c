package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.Room;
import health.reprieve.booking.slot.Candidate;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.RoomUse;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.WorkingHours;
import health.reprieve.booking.therapist.KnownTherapist;
import health.reprieve.booking.therapist.KnownTherapists;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
     * The situation at a clinic over some days.
     *
     * @param length of the treatment
     * @param lastDay clinic-local, not before the first
     */
    Mono<Gathered> at(Clinic clinic, Duration length, LocalDate firstDay, LocalDate lastDay, Asker asker, Instant now) {
        var within = new TimeRange(
                firstDay.minusDays(1).atStartOfDay(clinic.zone()).toInstant(),
                lastDay.plusDays(2).atStartOfDay(clinic.zone()).toInstant());
        return therapists
                .at(clinic.id())
                .flatMap(known -> reservations
                        .occupancy(question(clinic, known), within, asker, now)
                        .map(occupancy -> new Gathered(
                                known,
                                new Situation(
                                        now,
                                        clinic.zone(),
                                        firstDay,
                                        lastDay,
                                        length,
                                        policy,
                                        candidates(clinic, known, occupancy, now),
                                        rooms(clinic, occupancy),
                                        occupancy.patient()))));
    }

    private static Occupancy.Question question(Clinic clinic, List<KnownTherapist> known) {
        return new Occupancy.Question(
                known.stream().map(KnownTherapist::id).toList(),
                clinic.rooms().stream().map(Room::id).toList());
    }

    private static List<Candidate> candidates(
            Clinic clinic, List<KnownTherapist> known, Occupancy occupancy, Instant now) {
        return known.stream()
                .map(therapist -> new Candidate(
                        therapist.id(),
                        therapist.hours().getOrDefault(clinic.id(), new WorkingHours(Map.of(), Map.of())),
                        therapist.mayPractiseAt(clinic, now),
                        occupancy.of(therapist.id())))
                .toList();
    }

    private static List<RoomUse> rooms(Clinic clinic, Occupancy occupancy) {
        return clinic.rooms().stream()
                .map(room -> new RoomUse(room.id(), occupancy.of(room.id())))
                .toList();
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
