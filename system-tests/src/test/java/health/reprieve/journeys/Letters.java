package health.reprieve.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The local mailbox, as its JSON listing tells it. */
public final class Letters {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern SIX_DIGITS = Pattern.compile("(?<![0-9])([0-9]{3}) ?([0-9]{3})(?![0-9])");

    private static final Set<String> CODE_SUBJECTS = Set.of("Your sign-in code", "Su código para iniciar sesión");

    private final URI mailbox;

    /** @param mailbox the page that shows the mails */
    Letters(URI mailbox) {
        this.mailbox = mailbox;
    }

    /** The letters to an address, latest first. */
    public List<JsonNode> to(String address) {
        return StreamSupport.stream(listing().spliterator(), false)
                .filter(letter -> letter.path("to").toString().contains(address))
                .toList();
    }

    /** Waits until at least so many letters lie there for the address, and returns the latest. */
    public JsonNode latestTo(String address, int atLeast) {
        await().atMost(PATIENCE).until(() -> to(address).size() >= atLeast);
        return to(address).getFirst();
    }

    /** The letters with a sign-in code to an address, latest first; other letters may come between them. */
    public List<JsonNode> codesTo(String address) {
        return to(address).stream()
                .filter(letter -> CODE_SUBJECTS.contains(letter.path("subject").asString()))
                .toList();
    }

    /** Waits until at least so many codes lie there for the address, and returns the latest. */
    public String codeFor(String address, int atLeast) {
        await().atMost(PATIENCE).until(() -> codesTo(address).size() >= atLeast);
        var text = codesTo(address).getFirst().path("text").asString();
        var digits = SIX_DIGITS.matcher(text);
        if (!digits.find()) {
            throw new AssertionError("no code in: " + text);
        }
        return digits.group(1) + digits.group(2);
    }

    /** The id under which the notification service knows a letter. */
    static String messageId(JsonNode letter) {
        return StreamSupport.stream(letter.path("headers").spliterator(), false)
                .filter(header -> header.path("name").asString().equals("Message-ID"))
                .map(header -> header.path("value").asString().replaceAll("^<|@.*$", ""))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode listing() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(mailbox + "/api/mails"))
                    .timeout(PATIENCE)
                    .build();
            var listing = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return Objects.requireNonNull(listing.isArray() ? listing : listing.path("mails"));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
