package health.reprieve.booking.metric;

/** Whether somebody is treated in a room now. */
public enum RoomState {
    IN_USE,
    FREE
}
