package health.reprieve.booking.metric;

/** What became of one booking that the house made for itself. */
public enum ProbeOutcome {
    /** Booked, seen, cancelled, and the news of it published. */
    OK,
    /** The same, but it took longer than {@code booking.probe.slow-after}. */
    SLOW,
    /** Booked, seen and cancelled, but the news of it had not left the house in time. */
    UNPUBLISHED,
    /** Nothing was offered, or what was offered was refused. */
    REFUSED,
    FAILED
}
