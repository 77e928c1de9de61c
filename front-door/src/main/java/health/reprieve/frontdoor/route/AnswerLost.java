package health.reprieve.frontdoor.route;

/** A service behind the front door was asked, and its answer did not come in time or not whole: it may have done its work. */
public final class AnswerLost extends RuntimeException {

    AnswerLost(String service, Throwable cause) {
        super(service, cause);
    }
}
