package health.reprieve.access.web;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A request that access turns away. Each kind carries its problem type, so that whatever renders errors needs to know
 * neither this library nor Spring Security.
 */
public abstract sealed class Refused extends ResponseStatusException {

    private Refused(HttpStatus status, String type) {
        super(status);
        setType(URI.create("urn:reprieve:problem:" + type));
    }

    /** Nobody has been recognised, and the operation wants somebody. */
    public static final class SignInRequired extends Refused {
        public SignInRequired() {
            super(HttpStatus.UNAUTHORIZED, "sign-in-required");
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return headers;
        }
    }

    /** The operation is there, for others. */
    public static final class NotAllowed extends Refused {
        public NotAllowed() {
            super(HttpStatus.FORBIDDEN, "not-allowed");
        }
    }

    /** The form token is missing or belongs to another session: the page was opened before signing in or out. */
    public static final class FormOutdated extends Refused {
        public FormOutdated() {
            super(HttpStatus.FORBIDDEN, "form-outdated");
        }
    }

    /** No operation has this address. */
    public static final class NothingHere extends Refused {
        public NothingHere() {
            super(HttpStatus.NOT_FOUND, "not-found");
        }
    }
}
