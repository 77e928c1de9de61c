package health.reprieve.access.token;

/**
 * The browser session behind a request, as far as a service may know it.
 *
 * @param id names the session without opening it: a hash of what the browser holds
 * @param formSecret what the hidden field of every form is made of; a form of another session does not fit
 */
public record SessionReference(String id, String formSecret) {

    public SessionReference {
        if (id.isBlank() || formSecret.isBlank()) {
            throw new IllegalArgumentException("a session has an id and a form secret");
        }
    }

    /** Names the session only: the form secret must not stray into a log. */
    @Override
    public String toString() {
        return "session " + id;
    }
}
