package health.reprieve.frontdoor.route;

/** A browser says that another site sent this change. */
public final class OtherSite extends RuntimeException {}
