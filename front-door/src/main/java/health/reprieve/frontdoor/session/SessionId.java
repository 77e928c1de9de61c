package health.reprieve.frontdoor.session;

/**
 * Names a session without opening it: the SHA-256 of its token.
 *
 * @param value in URL-safe Base64
 */
public record SessionId(String value) {

    /** The session that a token opens. */
    public static SessionId of(SessionToken token) {
        return new SessionId(token.hash());
    }

    @Override
    public String toString() {
        return value;
    }
}
