package health.reprieve.booking;

import static health.reprieve.ui.check.PageChecks.assertFormsCarryTheirToken;
import static health.reprieve.ui.check.PageChecks.assertGoodPage;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.token.SessionReference;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/**
 * A browser without scripting: it sends forms as the pages wrote them, and every page that it is given must be a good
 * one. It follows no redirect by itself.
 */
public final class Browser {

    private final Caller caller;
    private final String language;
    private final List<URI> visited = new ArrayList<>();
    private Actor actor;
    private SessionReference session = new SessionReference("session-1", "the-secret-of-this-session");

    private Browser(Caller caller, Actor actor, String language) {
        this.caller = caller;
        this.actor = actor;
        this.language = language;
    }

    /** Somebody who has not signed in, and reads English. */
    public static Browser of(Caller caller) {
        return of(caller, Scene.visitor());
    }

    public static Browser of(Caller caller, Actor actor) {
        return new Browser(caller, actor, "en");
    }

    public Browser inSpanish() {
        return new Browser(caller, actor, "es");
    }

    /** The browser of somebody who now has proved an address, which makes the session a new one. */
    public Actor.Patient signIn() {
        return signIn(PatientId.random());
    }

    public Actor.Patient signIn(PatientId patient) {
        var signedIn = new Actor.Patient(patient, new MailAddress(patient + "@example.org"), id());
        actor = signedIn;
        session = new SessionReference("session-2", "the-secret-of-the-next-session");
        return signedIn;
    }

    public BrowserId id() {
        return actor.ownBrowser().orElseThrow();
    }

    /** Every address that this browser was sent to. */
    public List<URI> visited() {
        return List.copyOf(visited);
    }

    /** Answers the first page: this clinic, and a neck that hurts. */
    public Answer answer(Clinic clinic) {
        return press(open("/book"), "/book", "clinic", clinic.id().toString(), "condition", "NECK_PAIN");
    }

    /** Chooses a time, after the answers. */
    public Answer hold(KnownTherapist therapist, Instant start) {
        return press(open("/book/times"), "/book/hold", "time", therapist.id() + "@" + start);
    }

    /** A page that is there. */
    public Document open(String path) {
        return get(path).page(200);
    }

    public Answer get(String path) {
        visited.add(URI.create(path));
        return new Answer(
                client().get().uri(path).exchange().expectBody(String.class).returnResult());
    }

    /**
     * Sends the form of a page that leads to the action: its hidden fields, and what was filled in.
     *
     * @param filledIn names and values in turn; the button that was pressed is one of them
     */
    public Answer press(Document page, String action, String... filledIn) {
        var form = requireNonNull(page.selectFirst("form[method=post][action=" + action + "]"), action);
        return send(form, action, filledIn);
    }

    /** The same, by a second button of a form that leads elsewhere. */
    public Answer pressSecond(Document page, String action, String... filledIn) {
        var button = requireNonNull(page.selectFirst("form[method=post] button[formaction=" + action + "]"), action);
        return send(requireNonNull(button.closest("form")), action, filledIn);
    }

    private Answer send(Element form, String action, String... filledIn) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (Element hidden : form.select("input[type=hidden]")) {
            fields.add(hidden.attr("name"), hidden.attr("value"));
        }
        for (int i = 0; i < filledIn.length; i += 2) {
            fields.add(filledIn[i], filledIn[i + 1]);
        }
        return post(action, fields);
    }

    /** Sends what no page has asked for. */
    public Answer post(String path, MultiValueMap<String, String> fields) {
        visited.add(URI.create(path));
        return new Answer(client().post()
                .uri(path)
                .body(BodyInserters.fromFormData(fields))
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }

    private WebTestClient client() {
        return caller.browsing(actor, session)
                .mutate()
                .defaultHeader("Accept-Language", language)
                .defaultHeader("Accept", "text/html")
                .build();
    }

    /** What the service said. */
    public record Answer(EntityExchangeResult<String> result) {

        public int status() {
            return result.getStatus().value();
        }

        /** The page, with the status that it must have. */
        public Document page(int status) {
            var body = requireNonNull(result.getResponseBody(), "a page");
            assertThat(status()).as(body).isEqualTo(status);
            var page = assertGoodPage(body);
            assertFormsCarryTheirToken(page);
            return page;
        }

        /** Where a changed state is shown: a redirect after a POST. */
        public String leadsTo() {
            assertThat(status()).as(String.valueOf(result.getResponseBody())).isEqualTo(303);
            return requireNonNull(result.getResponseHeaders().getLocation()).toString();
        }
    }
}
