package health.reprieve.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without scripting, windows or looks: it follows links, fills forms in, keeps cookies. It remembers every address
 * it was sent to.
 */
final class PlainBrowser {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> addresses = new ArrayList<>();
    private final URI origin;
    private final String language;
    private Document page = new Document("");
    private int status;

    /** @param origin where the front door is */
    PlainBrowser(URI origin, String language) {
        this.origin = origin;
        this.language = language;
    }

    Document page() {
        return page;
    }

    int status() {
        return status;
    }

    String title() {
        return page.select("h1").text();
    }

    List<String> addresses() {
        return addresses;
    }

    PlainBrowser open(String path) {
        return go("GET", origin.resolve(path), "");
    }

    /** Shows an earlier page again, as the back button does. */
    PlainBrowser show(Document earlier) {
        page = earlier;
        return this;
    }

    /** Fills in and sends the form that posts to the given path. */
    PlainBrowser send(String action, Map<String, String> answers) {
        var form = form(action);
        var fields = new LinkedHashMap<String, String>();
        for (Element input : form.select("input")) {
            boolean asked =
                    input.attr("type").equals("radio") || input.attr("type").equals("checkbox");
            if (!asked || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.val());
            }
        }
        fields.putAll(answers);
        return go("POST", origin.resolve(action), encoded(fields));
    }

    /** Presses the given button of its form. */
    PlainBrowser press(Element button) {
        var form = button.closest("form");
        if (form == null) {
            throw new AssertionError("a button without a form");
        }
        return send(form.attr("action"), Map.of(button.attr("name"), button.val()));
    }

    Element form(String action) {
        return page.select("form").stream()
                .filter(form -> form.attr("action").equals(action))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no form for " + action + " on " + title() + ": " + page.select("form")));
    }

    private PlainBrowser go(String method, URI address, String body) {
        return go(method, address, body, MOST_REDIRECTS);
    }

    private PlainBrowser go(String method, URI address, String body, int redirectsLeft) {
        addresses.add(address.toString());
        var answer = request(method, address, body);
        keepCookies(answer);
        int code = answer.statusCode();
        if (code >= 300 && code < 400 && redirectsLeft > 0) {
            var next = address.resolve(answer.headers().firstValue("Location").orElseThrow());
            boolean again = code == 307 || code == 308;
            return go(again ? method : "GET", next, again ? body : "", redirectsLeft - 1);
        }
        status = code;
        page = Jsoup.parse(answer.body(), address.toString());
        return this;
    }

    private HttpResponse<String> request(String method, URI address, String body) {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (method.equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded").header("Origin", origin.toString());
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keepCookies(HttpResponse<String> answer) {
        for (var header : answer.headers().allValues("Set-Cookie")) {
            var cookie = header.split(";", 2)[0].split("=", 2);
            if (cookie[1].isEmpty()) {
                cookies.remove(cookie[0]);
            } else {
                cookies.put(cookie[0], cookie[1]);
            }
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
