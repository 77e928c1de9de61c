package health.reprieve.frontdoor.route;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Lets no service set a cookie: there is one session, and it is kept here. */
@Component
final class UpstreamAnswers implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
        var passing = HttpHeaders.copyOf(answered);
        passing.remove(HttpHeaders.SET_COOKIE);
        passing.remove(HttpHeaders.SERVER);
        return passing;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
