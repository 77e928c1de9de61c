package health.reprieve.booking.today;

import health.reprieve.booking.metric.RoomState;
import health.reprieve.booking.metric.VisitStage;

/**
 * How the day stands in all clinics together; each clinic's day is its own.
 *
 * @param soon visits that begin within the next two hours, be it tomorrow
 * @param holds times that are held and not booked
 */
public record Today(
        long upcoming, long underWay, long over, long cancelled, long soon, long roomsInUse, long rooms, long holds) {

    long visits(VisitStage stage) {
        return switch (stage) {
            case UPCOMING -> upcoming;
            case UNDER_WAY -> underWay;
            case OVER -> over;
            case CANCELLED -> cancelled;
        };
    }

    long rooms(RoomState state) {
        return switch (state) {
            case IN_USE -> roomsInUse;
            case FREE -> rooms - roomsInUse;
        };
    }
}
