package health.reprieve.booking;

import health.reprieve.access.Actor;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.SessionReference;
import health.reprieve.contract.exchange.PromiseFilter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls the running service over HTTP, as the front door would, and holds what is said against its API's document. */
@TestComponent
public class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PromiseFilter PROMISE = PromiseFilter.of("booking");

    private final Environment environment;
    private final TestClock clock;

    Caller(Environment environment, TestClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** A program that acts for somebody: it has no session, so it needs no form token. */
    public WebTestClient as(Actor actor) {
        return withToken(token(actor));
    }

    /** Somebody with a browser: what changes something needs the form token of the session. */
    public WebTestClient browsing(Actor actor, SessionReference session) {
        return withToken(token(actor, session));
    }

    /** Somebody whom the front door did not let through. */
    public WebTestClient nobody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port())
                .responseTimeout(PATIENCE)
                .filter(PROMISE)
                .build();
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** Good for a minute of the test clock. */
    public String token(Actor actor) {
        return token(actor, null);
    }

    private String token(Actor actor, @Nullable SessionReference session) {
        return BookingBacking.SIGNER.sign(new InnerIdentity(actor, session), "booking", clock.instant());
    }

    private WebTestClient withToken(String token) {
        return nobody().mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }
}
