package health.reprieve.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.backing.Ports;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalMailTests {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

    private final int smtp = Ports.free();
    private final int web = Ports.free();
    private final LocalMail mail = LocalMail.start(smtp, web, () -> NOON, ZoneId.of("America/New_York"));
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        browser.close();
        mail.close();
    }

    @Test
    void anEmptyMailboxSaysHowItFills() throws Exception {
        assertThat(page("/").text()).contains("No mail yet");
    }

    @Test
    void theListShowsTheNewestFirst() throws Exception {
        send(plain("Your code", "The code is 111111"));
        send(plain("Your visit is booked", "See you on Monday"));

        Document list = page("/");

        assertThat(list.select(".subject").eachText()).containsExactly("Your visit is booked", "Your code");
        assertThat(list.select(".preview").eachText()).containsExactly("See you on Monday", "The code is 111111");
        assertThat(list.select("time").eachText()).containsOnly("Mon, Nov 23, 12:00:00");
    }

    @Test
    void aMailShowsItsTextItsCalendarEntryWithTheMethodAndItsHeaders() throws Exception {
        send(withCalendar());

        Document shown = page("/mails/1");

        assertThat(shown.select("h1").text()).isEqualTo("Su visita está confirmada");
        assertThat(shown.select(".text").text()).contains("Nos vemos el lunes, señora Núñez");
        assertThat(shown.select(".text a").attr("href")).isEqualTo("http://localhost:8080/visits");
        assertThat(shown.select("h2").eachText()).contains("Calendar entry: REQUEST");
        assertThat(shown.select("pre").text()).contains("BEGIN:VCALENDAR");
        assertThat(shown.select("details dt").eachText()).contains("Subject", "MIME-Version");
    }

    @Test
    void whatAMailBringsIsEscapedOnOurPages() throws Exception {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";
        send(plain(attack, attack + " https://example.org/\"><script>alert(3)</script>"));

        for (String path : new String[] {"/", "/mails/1"}) {
            Document page = page(path);
            assertThat(page.select("script[src=/mailbox.js]")).hasSize(1);
            assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
            assertThat(page.text()).contains("<script>alert(1)</script>");
        }
    }

    @Test
    void theFormattedMailIsShownInAFrameThatMayRunNothing() throws Exception {
        send(withCalendar());

        assertThat(page("/mails/1").select("iframe").attr("sandbox"))
                .isEqualTo("allow-popups allow-popups-to-escape-sandbox");
        HttpResponse<String> framed = get("/mails/1/html");
        assertThat(framed.body()).contains("<b>lunes</b>").contains("<base target=\"_blank\">");
        assertThat(framed.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox;")
                        .contains("default-src 'none'")
                        .doesNotContain("allow-scripts", "allow-same-origin", "allow-forms"));
    }

    @Test
    void ourPagesRunNothingInlineAndAreKeptNowhere() throws Exception {
        for (String path : new String[] {"/", "/mails/99", "/api/mails"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void partsCanBeDownloadedAndNeverOpenInThePage() throws Exception {
        send(withCalendar());

        HttpResponse<String> calendar = get("/mails/1/parts/2");
        HttpResponse<String> html = get("/mails/1/parts/1");
        HttpResponse<String> source = get("/mails/1/source");

        assertThat(calendar.body()).isEqualTo(CALENDAR);
        assertThat(calendar.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"part-3.ics\"");
        assertThat(html.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(html.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment"));
        assertThat(source.body()).contains("MIME-Version: 1.0");
    }

    @Test
    void programsReadTheMailsAsJson() throws Exception {
        send(plain("Your code", "The code is 111111"));
        send(withCalendar());

        JsonNode mails = JsonMapper.shared().readTree(get("/api/mails").body());

        assertThat(mails.size()).isEqualTo(2);
        assertThat(mails.get(0).get("calendarMethod").asString()).isEqualTo("REQUEST");
        assertThat(mails.get(0).get("html").asString()).contains("<b>lunes</b>");
        assertThat(mails.get(1).get("to").asString()).isEqualTo("maria@example.org");
        assertThat(mails.get(1).get("text").asString()).contains("111111");
        assertThat(mails.get(1).get("receivedAt").asString()).isEqualTo(NOON.toString());
        assertThat(get("/api/newest").body()).isEqualTo("2");
    }

    @Test
    void whatIsNotThereIsA404AndNothingCanBeChanged() throws Exception {
        send(plain("Your code", "The code is 111111"));

        for (String path :
                new String[] {"/mails/2", "/mails/x", "/mails/1/parts/9", "/mails/1/html", "/etc", "/mails/1/../.."}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpRequest post = HttpRequest.newBuilder(at("/mails/1"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(browser.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aForeignNameForThisAddressIsRefused() throws Exception {
        send(plain("Your code", "The code is 111111"));

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web)) {
            socket.getOutputStream()
                    .write("GET /api/mails HTTP/1.1\r\nHost: evil.example:%d\r\nConnection: close\r\n\r\n"
                            .formatted(web)
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("111111");
        }
    }

    private MimeMessage plain(String subject, String text) throws Exception {
        MimeMessage message = addressed(subject);
        message.setText(text, "UTF-8");
        return message;
    }

    private MimeMessage withCalendar() throws Exception {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Nos vemos el lunes, señora Núñez: http://localhost:8080/visits.", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<html><head></head><body>Nos vemos el <b>lunes</b></body></html>", "UTF-8", "html");
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setContent(CALENDAR, "text/calendar; charset=UTF-8; method=REQUEST");
        MimeMessage message = addressed("Su visita está confirmada");
        message.setContent(new MimeMultipart("alternative", text, html, calendar));
        return message;
    }

    private MimeMessage addressed(String subject) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtp));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("care@reprieve.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("maria@example.org"));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private static void send(MimeMessage message) throws Exception {
        Transport.send(message);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:%d%s".formatted(web, path));
    }
}
