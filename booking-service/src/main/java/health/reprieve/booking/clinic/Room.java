package health.reprieve.booking.clinic;

/** A treatment room; one person is treated in it at a time. */
public record Room(RoomId id, String name) {}
