package health.reprieve.booking.treatment;

import health.reprieve.booking.clinic.ClinicId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a clinic sells.
 *
 * @param lengths those it may be booked for, shortest first; a visit keeps its own when they change
 * @param needsApproval whether a booking is a request until staff approve it
 * @param cancelWindow elapsed time before the start within which a patient's cancellation is late
 * @param moveWindow elapsed time before the start, old or new, within which a patient cannot move a visit
 * @param effortPercent what a minute of it costs the therapist's hands, in percent of a usual one: deep work weighs more
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

    public Treatment {
        lengths = lengths.stream().sorted().toList();
        equipment = Set.copyOf(equipment);
        if (lengths.isEmpty() || !lengths.getFirst().isPositive()) {
            throw new IllegalArgumentException("a treatment takes some time, not " + lengths);
        }
        if (cancelWindow.isNegative() || moveWindow.isNegative() || effortPercent < 1) {
            throw new IllegalArgumentException("no window or effort of a treatment is negative");
        }
    }

    /** Whether it may be booked for that long. */
    public boolean takes(Duration length) {
        return lengths.contains(length);
    }
}
