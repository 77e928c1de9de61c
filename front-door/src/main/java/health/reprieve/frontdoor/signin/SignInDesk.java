package health.reprieve.frontdoor.signin;

import health.reprieve.access.BrowserId;
import health.reprieve.access.Role;
import health.reprieve.database.Database;
import health.reprieve.frontdoor.FrontDoorMetric;
import health.reprieve.frontdoor.account.Account;
import health.reprieve.frontdoor.account.Accounts;
import health.reprieve.frontdoor.key.KeyedHash;
import health.reprieve.frontdoor.limit.Client;
import health.reprieve.frontdoor.limit.Limits;
import health.reprieve.frontdoor.session.SessionDesk;
import health.reprieve.frontdoor.session.SessionToken;
import health.reprieve.frontdoor.signin.AskedCodes.Tried;
import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes codes, and signs in whoever has the right one. Only then is it asked whose address it is. */
@Service
public final class SignInDesk {

    private final Database database;
    private final AskedCodes codes;
    private final Accounts accounts;
    private final SessionDesk sessions;
    private final Limits limits;
    private final KeyedHash hash;
    private final Clock clock;
    private final Series<SignInResult, Counter> results;

    SignInDesk(
            Database database,
            AskedCodes codes,
            Accounts accounts,
            SessionDesk sessions,
            Limits limits,
            KeyedHash hash,
            Clock clock,
            Meters meters) {
        this.database = database;
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.hash = hash;
        this.clock = clock;
        this.results = meters.counters(FrontDoorMetric.SIGN_INS, SignInResult.class);
    }

    /** Somebody who enters a code, and the session in which they do. */
    public record Attempt(SignInCode code, BrowserId browser, SessionToken session, Client client) {}

    /**
     * Takes a code: one transaction for the try, the account and the new session.
     *
     * @throws health.reprieve.frontdoor.limit.TooManyTries through the Mono, when codes were entered too often
     */
    public Mono<SignInOutcome> check(Attempt attempt) {
        return limits.check(attempt.client())
                .then(Mono.defer(() -> database.transaction(client -> tryOnce(attempt))))
                .doOnNext(outcome -> results.of(SignInResult.of(outcome)).increment());
    }

    private Mono<SignInOutcome> tryOnce(Attempt attempt) {
        var now = clock.instant();
        return codes.tryOnce(attempt.browser(), attempt.code().hash(hash, attempt.browser()), now)
                .flatMap(tried -> tried.right() ? signIn(tried, attempt, now) : Mono.just(wrong(tried)))
                .switchIfEmpty(Mono.defer(() -> whyNot(attempt.browser())));
    }

    private static SignInOutcome wrong(Tried tried) {
        var left = tried.asked().triesLeft();
        return left > 0 ? new SignInOutcome.Wrong(left) : new SignInOutcome.NoTriesLeft();
    }

    private Mono<SignInOutcome> whyNot(BrowserId browser) {
        return codes.of(browser)
                .<SignInOutcome>map(
                        asked -> asked.triesLeft() == 0 ? new SignInOutcome.NoTriesLeft() : new SignInOutcome.Expired())
                .defaultIfEmpty(new SignInOutcome.NothingAsked());
    }

    private Mono<SignInOutcome> signIn(Tried tried, Attempt attempt, Instant now) {
        var then = tried.asked().then();
        var asPatient = then != null && then.isForPatients();
        return accounts.signingIn(tried.asked().email(), asPatient, now)
                .flatMap(account -> begin(account, asPatient ? Role.PATIENT : account.usualRole(), attempt))
                .<SignInOutcome>map(opened -> new SignInOutcome.SignedIn(
                        opened.token(),
                        tried.asked().email(),
                        opened.identity().actor().role(),
                        then))
                .defaultIfEmpty(new SignInOutcome.SwitchedOff());
    }

    private Mono<SessionDesk.Opened> begin(Account account, Role hat, Attempt attempt) {
        return sessions.signIn(attempt.session(), attempt.browser(), hat, account);
    }
}
