package health.reprieve.frontdoor.limit;

/**
 * Where a request comes from, as far as limits go.
 *
 * @param network an IPv4 address, or the first 64 bits of an IPv6 address: one household has all the others
 */
public record Client(String network) {

    /** Hides the address, which is personal data. */
    @Override
    public String toString() {
        return "(a client)";
    }
}
