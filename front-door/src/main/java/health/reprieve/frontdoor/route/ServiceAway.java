package health.reprieve.frontdoor.route;

/** A service behind the front door was not reached: nothing was done. The same request may succeed a moment later. */
public final class ServiceAway extends RuntimeException {

    ServiceAway(String service, Throwable cause) {
        super(service, cause);
    }
}
