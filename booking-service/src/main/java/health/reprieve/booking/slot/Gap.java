package health.reprieve.booking.slot;

/**
 * What must be free about a visit that stands already, in seconds.
 *
 * @param before from the end of a new session to it
 * @param after from its end to the start of a new session
 */
record Gap(long before, long after) {

    /** The larger of what the two need, on either side. */
    static Gap between(Margin standing, Margin added) {
        return new Gap(
                Math.max(standing.before().toSeconds(), added.after().toSeconds()),
                Math.max(standing.after().toSeconds(), added.before().toSeconds()));
    }
}
