package health.reprieve.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the mailbox to whoever sits at this machine. */
final class MailboxPage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPage.class);
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern OF_A_MAIL = Pattern.compile("/mails/(\\d{1,18})(/html|/source|/parts/(\\d{1,3}))?");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Mailbox mailbox;
    private final MailboxHtml html;

    private MailboxPage(HttpServer server, Mailbox mailbox, ZoneId zone) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.mailbox = mailbox;
        this.html = new MailboxHtml(zone);
    }

    static MailboxPage start(int port, Mailbox mailbox, ZoneId zone) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            MailboxPage page = new MailboxPage(server, mailbox, zone);
            server.setExecutor(page.threads);
            server.createContext("/", page::serve);
            server.start();
            return page;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answerTo(exchange);
            answer.sendBy(exchange);
        } catch (RuntimeException unexpected) {
            LOG.error("The mailbox page failed", unexpected);
            throw unexpected;
        }
    }

    private Answer answerTo(HttpExchange exchange) {
        if (!isForUs(exchange)) {
            return Answer.plain(421, "This mailbox is only for this machine.");
        }
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return Answer.plain(405, "Mails can only be read here.");
        }
        String path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/" -> Answer.page(200, html.list(mailbox.newestFirst()), Policy.OUR_PAGES);
            case "/api/mails" -> Answer.json(MailboxJson.of(mailbox.newestFirst()));
            case "/api/newest" -> Answer.json(Long.toString(newest()));
            case "/mailbox.css" -> asset("mailbox.css", "text/css; charset=utf-8");
            case "/mailbox.js" -> asset("mailbox.js", "text/javascript; charset=utf-8");
            default -> ofAMail(path).orElseGet(() -> Answer.page(404, html.missing(), Policy.OUR_PAGES));
        };
    }

    /** Another site could name this address as its own and so read the sign-in codes; it cannot change the Host header. */
    private static boolean isForUs(HttpExchange exchange) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        try {
            String name = URI.create("http://" + host).getHost();
            return name != null && OUR_NAMES.contains(name);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private long newest() {
        return mailbox.newestFirst().stream()
                .mapToLong(CaughtMail::id)
                .findFirst()
                .orElse(0);
    }

    private Optional<Answer> ofAMail(String path) {
        Matcher named = OF_A_MAIL.matcher(path);
        if (!named.matches()) {
            return Optional.empty();
        }
        Optional<CaughtMail> found = mailbox.mail(Long.parseLong(named.group(1)));
        String what = Objects.requireNonNullElse(named.group(2), "");
        return switch (what) {
            case "" -> found.map(mail -> Answer.page(200, html.mail(mail), Policy.OUR_PAGES));
            case "/html" ->
                found.flatMap(mail -> mail.firstOf("text/html"))
                        .map(part -> Answer.page(200, openingLinksBeside(part.text()), Policy.A_MAIL));
            case "/source" ->
                found.map(mail -> Answer.download("message/rfc822", "mail-%d.eml".formatted(mail.id()), mail.source()));
            default -> found.flatMap(mail -> part(mail, Integer.parseInt(named.group(3))));
        };
    }

    private static Optional<Answer> part(CaughtMail mail, int index) {
        if (index >= mail.parts().size()) {
            return Optional.empty();
        }
        CaughtMail.Part part = mail.parts().get(index);
        String type = part.isCalendar() ? "text/calendar; charset=utf-8" : "application/octet-stream";
        return Optional.of(Answer.download(type, MailboxHtml.nameOf(part, index), part.content()));
    }

    private static String openingLinksBeside(String mail) {
        return mail.replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">");
    }

    private static Answer asset(String name, String type) {
        try (InputStream file = Objects.requireNonNull(MailboxPage.class.getResourceAsStream(name), name)) {
            return new Answer(200, type, Policy.OUR_PAGES, "", Bytes.of(file.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
