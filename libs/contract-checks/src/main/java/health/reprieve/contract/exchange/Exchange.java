package health.reprieve.contract.exchange;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * One request and its reply, as they went over the wire.
 *
 * @param asked the body of the request; empty: none
 * @param answered the body of the reply; empty: none
 */
public record Exchange(
        HttpMethod method,
        URI uri,
        HttpHeaders requestHeaders,
        String asked,
        int status,
        HttpHeaders replyHeaders,
        String answered) {

    @Override
    public String toString() {
        return "%s %s answered with %d".formatted(method, uri.getPath(), status);
    }
}
