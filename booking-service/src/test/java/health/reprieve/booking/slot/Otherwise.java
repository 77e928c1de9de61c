package health.reprieve.booking.slot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** A situation told otherwise, or as it is after something has happened. */
final class Otherwise {

    private Otherwise() {}

    /** The same facts told in another order; that of the rooms stays, since it says which one to take. */
    static Situation shuffled(Situation s, long seed) {
        var random = new Random(seed);
        var candidates = s.candidates().stream()
                .map(c -> new Candidate(
                        c.therapist(),
                        shuffled(c.hours(), random),
                        shuffled(c.off(), random),
                        shuffled(c.credentials(), random),
                        shuffled(c.calendars(), random),
                        shuffled(c.visits(), random),
                        shuffled(c.limits(), random)))
                .toList();
        var rooms = s.practice().rooms().stream()
                .map(room -> new TreatmentRoom(
                        room.id(), room.equipment(), shuffled(room.outOfUse(), random), shuffled(room.uses(), random)))
                .toList();
        var patient = s.patient();
        return new Situation(
                s.now(),
                with(s.practice(), rooms),
                s.firstDay(),
                s.lastDay(),
                s.session(),
                shuffled(candidates, random),
                new PatientConstraints(
                        shuffled(patient.busy(), random),
                        shuffled(patient.blackouts(), random),
                        shuffled(patient.regionLimits(), random),
                        shuffled(patient.treatments(), random)));
    }

    static Situation at(Instant now, Situation s) {
        return new Situation(now, s.practice(), s.firstDay(), s.lastDay(), s.session(), s.candidates(), s.patient());
    }

    static Situation withRoomsReversed(Situation s) {
        return with(s, s.candidates(), s.practice().rooms().reversed());
    }

    /** The situation once somebody else has taken the offer, and whoever had to change rooms has. */
    static Situation after(Situation s, Offer taken) {
        var candidates = s.candidates().stream()
                .map(c -> c.therapist().equals(taken.therapist()) ? and(c, taken, s) : c)
                .toList();
        var swapped = taken.swap()
                .map(swap -> swapped(s.practice().rooms(), swap))
                .orElse(s.practice().rooms());
        var rooms = swapped.stream()
                .map(room -> room.id().equals(taken.room()) ? and(room, taken, s) : room)
                .toList();
        return with(s, candidates, rooms);
    }

    private static Candidate and(Candidate c, Offer taken, Situation s) {
        var visit = new Visit(
                taken.time(), s.practice().policy().rest(), s.session().effort());
        return new Candidate(
                c.therapist(), c.hours(), c.off(), c.credentials(), c.calendars(), and(c.visits(), visit), c.limits());
    }

    private static TreatmentRoom and(TreatmentRoom room, Offer taken, Situation s) {
        return with(
                room,
                new TreatmentRoom.Use(
                        new UUID(0, 0),
                        taken.time(),
                        s.practice().policy().turnover(),
                        s.session().needs(),
                        false));
    }

    private static TreatmentRoom with(TreatmentRoom room, TreatmentRoom.Use use) {
        return new TreatmentRoom(room.id(), room.equipment(), room.outOfUse(), and(room.uses(), use));
    }

    private static List<TreatmentRoom> swapped(List<TreatmentRoom> rooms, Offer.Swap swap) {
        var moved = rooms.stream()
                .filter(room -> room.id().equals(swap.from()))
                .flatMap(room -> room.uses().stream())
                .filter(use -> use.id().equals(swap.use()))
                .findFirst()
                .orElseThrow();
        return rooms.stream()
                .map(room -> room.id().equals(swap.to()) ? with(room, moved) : without(room, moved))
                .toList();
    }

    private static TreatmentRoom without(TreatmentRoom room, TreatmentRoom.Use gone) {
        return new TreatmentRoom(
                room.id(),
                room.equipment(),
                room.outOfUse(),
                room.uses().stream().filter(use -> !use.equals(gone)).toList());
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static Situation with(Situation s, List<Candidate> candidates, List<TreatmentRoom> rooms) {
        return new Situation(
                s.now(), with(s.practice(), rooms), s.firstDay(), s.lastDay(), s.session(), candidates, s.patient());
    }

    private static Practice with(Practice p, List<TreatmentRoom> rooms) {
        return new Practice(p.zone(), p.state(), p.opening(), p.closures(), p.policy(), rooms);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
