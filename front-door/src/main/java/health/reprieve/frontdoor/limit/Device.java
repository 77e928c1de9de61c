package health.reprieve.frontdoor.limit;

/**
 * A browser that outlives its sessions.
 *
 * @param id opaque, known to the browser alone
 */
public record Device(String id) {

    @Override
    public String toString() {
        return "(a device)";
    }
}
