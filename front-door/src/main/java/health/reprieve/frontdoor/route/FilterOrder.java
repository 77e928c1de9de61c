package health.reprieve.frontdoor.route;

/**
 * In which order a request meets the filters of the front door; Spring Security's stand at -100. What costs least and
 * refuses most comes first; limits come last, when it is known who asks.
 */
public final class FilterOrder {

    public static final int SAME_ORIGIN = -500;
    public static final int BODY = -490;
    public static final int RECOGNITION = -400;
    public static final int LIMITS = -50;

    private FilterOrder() {}
}
