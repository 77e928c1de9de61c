package health.reprieve.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** One answer, with the headers that keep a browser from doing more than showing it. */
record Answer(int status, String type, String policy, String disposition, Bytes body) {

    static Answer page(int status, String html, String policy) {
        return new Answer(status, "text/html; charset=utf-8", policy, "", Bytes.of(html));
    }

    static Answer plain(int status, String sentence) {
        return new Answer(status, "text/plain; charset=utf-8", Policy.OUR_PAGES, "", Bytes.of(sentence));
    }

    static Answer json(String json) {
        return new Answer(200, "application/json", Policy.OUR_PAGES, "", Bytes.of(json));
    }

    static Answer download(String type, String name, Bytes content) {
        String harmless = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return new Answer(200, type, Policy.A_MAIL, "attachment; filename=\"%s\"".formatted(harmless), content);
    }

    void sendBy(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        if (!disposition.isEmpty()) {
            headers.set("Content-Disposition", disposition);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length() == 0 ? -1 : body.length());
        if (!head) {
            body.writeTo(exchange.getResponseBody());
        }
    }
}
