package health.reprieve.frontdoor.route;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What is taken from a service's answer on its way to the browser.
 *
 * <p>Cookies: there is one session, and it is kept here. And the length: a browser that knows it may send its next
 * request before we have ended the answer, and Reactor Netty then stops reading from that connection for good (#4361,
 * mended after 1.3.7). Without the length the answer ends where we end it.
 */
@Component
final class UpstreamAnswers implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
        var passing = HttpHeaders.copyOf(answered);
        passing.remove(HttpHeaders.SET_COOKIE);
        passing.remove(HttpHeaders.SERVER);
        passing.remove(HttpHeaders.CONTENT_LENGTH);
        return passing;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
