package health.reprieve.booking.appointment;

import health.reprieve.booking.slot.Offer;
import java.util.List;

/** Of visits that were to be moved together, some cannot be. None was moved. */
public final class MovesRefused extends RuntimeException {

    private final transient List<InTheWay> inTheWay;

    /**
     * A visit that cannot be moved as it was wanted.
     *
     * @param why a {@link BookingRefused} or a {@link BeyondCourse}: what it would have been refused with alone
     * @param nearest the times nearest to the wanted one that it could have, beside what the others would get; nearest first
     */
    public record InTheWay(AppointmentId visit, RuntimeException why, List<Offer> nearest) {

        public InTheWay {
            nearest = List.copyOf(nearest);
        }
    }

    /** @param inTheWay every visit that cannot be moved, in the order in which they were named */
    public MovesRefused(List<InTheWay> inTheWay) {
        // a refusal is an answer, not a fault: nobody needs its stack
        super(inTheWay.size() + " of the visits cannot be moved", null, false, false);
        this.inTheWay = List.copyOf(inTheWay);
    }

    public List<InTheWay> inTheWay() {
        return inTheWay;
    }
}
