package health.reprieve.booking.treatment;

import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.booking.slot.Equipment;
import health.reprieve.booking.slot.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a clinic sells.
 *
 * @param lengths those it may be booked for, shortest first; a visit keeps its own when they change
 * @param needsApproval whether a booking is a request until staff approve it
 * @param cancelWindow elapsed time before the start within which a patient's cancellation is late
 * @param moveWindow elapsed time before the start, old or new, within which a patient cannot move a visit
 * @param effortPercent what a minute of it costs the therapist's hands, in percent of a usual one, at most 1000: deep work weighs more
 * @param equipment what the room must have
 */
public record Treatment(
        TreatmentId id,
        ClinicId clinic,
        String name,
        List<Duration> lengths,
        boolean needsApproval,
        Duration cancelWindow,
        Duration moveWindow,
        int effortPercent,
        Set<String> equipment) {

    private static final int MOST_EFFORT = 1000;

    public Treatment {
        lengths = lengths.stream().sorted().toList();
        equipment = Set.copyOf(equipment);
        if (lengths.isEmpty() || !lengths.getFirst().isPositive()) {
            throw new IllegalArgumentException("a treatment takes some time, not " + lengths);
        }
        if (cancelWindow.isNegative() || moveWindow.isNegative() || effortPercent < 1) {
            throw new IllegalArgumentException("no window or effort of a treatment is negative");
        }
        if (effortPercent > MOST_EFFORT) {
            throw new IllegalArgumentException("nothing is as hard as " + effortPercent);
        }
    }

    /** Whether it may be booked for that long. */
    public boolean takes(Duration length) {
        return lengths.contains(length);
    }

    /** What the engine is to know of it, given for that long. */
    public Session session(Duration length) {
        return new Session(
                length,
                Set.copyOf(lengths),
                effortPercent / 100.0,
                Map.of(),
                equipment.stream().map(Equipment::new).collect(Collectors.toSet()));
    }
}
