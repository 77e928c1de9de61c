package health.reprieve.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser as the front door sees it: keeps cookies, sends what forms hold. Each has a network address of its own. */
final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private static final AtomicInteger PLACES = new AtomicInteger();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String formToken = "";

    Browser(String origin) {
        this.origin = origin;
        headers.put("Accept", "text/html,application/xhtml+xml");
        at(somewhere());
    }

    /** One answer. */
    record Page(int status, Map<String, List<String>> headers, String body) {

        Document html() {
            return Jsoup.parse(body);
        }

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }

        String location() {
            return header("location");
        }
    }

    /** A network address that nobody else has, as the proxy before the front door would write it. */
    static String somewhere() {
        int n = PLACES.incrementAndGet();
        return "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255);
    }

    Browser at(String address) {
        return with("X-Test-Client", address);
    }

    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    String formToken() {
        return formToken;
    }

    Browser formToken(String token) {
        formToken = token;
        return this;
    }

    Page get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Page send(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), Map.of());
    }

    /** Sends a form with the token of the last page. */
    Page post(String path, String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        if (!formToken.isEmpty()) {
            fields.put("_form", formToken);
        }
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                BodyPublishers.ofString(form),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    Page send(String method, String path, BodyPublisher body, Map<String, String> more) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(30));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookieLine());
        }
        return remember(exchange(request.build()));
    }

    private String cookieLine() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Page remember(HttpResponse<String> response) {
        var page = new Page(response.statusCode(), response.headers().map(), response.body());
        response.headers().allValues("set-cookie").stream()
                .flatMap(line -> HttpCookie.parse(line).stream())
                .forEach(this::keep);
        var field = page.html().selectFirst("input[name=_form]");
        if (field != null) {
            formToken = field.val();
        }
        return page;
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }
}
