package health.reprieve.booking;

import health.reprieve.access.Actor;
import health.reprieve.access.token.InnerIdentity;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls the running service over HTTP, as the front door would. */
@TestComponent
public class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Environment environment;
    private final TestClock clock;

    Caller(Environment environment, TestClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** A program that acts for somebody: it has no session, so it needs no form token. */
    public WebTestClient as(Actor actor) {
        return nobody().mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(token(actor)))
                .build();
    }

    /** Somebody whom the front door did not let through. */
    public WebTestClient nobody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port())
                .responseTimeout(PATIENCE)
                .build();
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** Good for a minute of the test clock. */
    public String token(Actor actor) {
        return BookingBacking.SIGNER.sign(new InnerIdentity(actor, null), "booking", clock.instant());
    }
}
