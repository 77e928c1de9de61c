package health.reprieve.frontdoor.limit;

import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.frontdoor.FrontDoorMetric;
import health.reprieve.frontdoor.key.KeyedHash;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Counts what could be done too often. Each method completes when there was a turn and fails with {@link TooManyTries}
 * when there was none. When nobody can count, nobody may: a failing database fails the request.
 */
@Service
public final class Limits {

    private final Buckets buckets;
    private final LimitSettings settings;
    private final KeyedHash hash;
    private final Clock clock;
    private final Series<Scope, Counter> hits;

    Limits(Buckets buckets, LimitSettings settings, KeyedHash hash, Clock clock, Meters meters) {
        this.buckets = buckets;
        this.settings = settings;
        this.hash = hash;
        this.clock = clock;
        this.hits = meters.counters(FrontDoorMetric.LIMITS_HIT, Scope.class);
    }

    /** A session for a browser that has none. */
    public Mono<Void> newSession(Client client) {
        return take(Scope.SESSIONS_OF_CLIENT, client.network());
    }

    /**
     * A code to an address.
     *
     * @param known the browser as a device that has signed in as this address before, if it has: what strangers do then
     *     takes none of its turns
     */
    public Mono<Void> code(MailAddress email, BrowserId browser, Client client, @Nullable Device known) {
        return take(Scope.CODES_OF_CLIENT, client.network())
                .then(take(Scope.CODES_OF_BROWSER, browser.toString()))
                .then(known == null ? codeForStranger(email, client) : codeFrom(known.id(), email));
    }

    private Mono<Void> codeForStranger(MailAddress email, Client client) {
        return codeFrom(client.network(), email).then(take(Scope.CODES_FOR_EMAIL_A_DAY, email.value()));
    }

    private Mono<Void> codeFrom(String place, MailAddress email) {
        return take(Scope.CODES_FOR_EMAIL_HERE, place, email.value())
                .then(take(Scope.CODES_FOR_EMAIL_HERE_A_DAY, place, email.value()));
    }

    /** A code that somebody enters; each code has its own five tries beside it. */
    public Mono<Void> check(Client client) {
        return take(Scope.CHECKS_OF_CLIENT, client.network());
    }

    /** A time that somebody wants held. */
    public Mono<Void> hold(BrowserId browser, Client client) {
        return take(Scope.HOLDS_OF_CLIENT, client.network()).then(take(Scope.HOLDS_OF_BROWSER, browser.toString()));
    }

    private Mono<Void> take(Scope scope, String... subject) {
        return Mono.defer(
                        () -> buckets.take(scope, hash.of(scope.label(), subject), settings.of(scope), clock.instant()))
                .filter(Duration::isPositive)
                .doOnNext(wait -> hits.of(scope).increment())
                .flatMap(wait -> Mono.error(new TooManyTries(scope, wait)));
    }
}
