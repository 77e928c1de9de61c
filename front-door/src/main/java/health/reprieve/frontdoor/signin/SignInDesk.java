package health.reprieve.frontdoor.signin;

import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.Role;
import health.reprieve.database.Database;
import health.reprieve.frontdoor.account.Account;
import health.reprieve.frontdoor.account.Accounts;
import health.reprieve.frontdoor.key.KeyedHash;
import health.reprieve.frontdoor.key.Seal;
import health.reprieve.frontdoor.limit.Client;
import health.reprieve.frontdoor.limit.Limits;
import health.reprieve.frontdoor.session.SessionDesk;
import health.reprieve.frontdoor.session.SessionToken;
import health.reprieve.frontdoor.signin.AskedCodes.Tried;
import health.reprieve.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Sends codes and takes them. Until a code is right, nothing here asks whether an address has an account. */
@Service
public final class SignInDesk {

    private final Database database;
    private final AskedCodes codes;
    private final Accounts accounts;
    private final SessionDesk sessions;
    private final Limits limits;
    private final Outbox outbox;
    private final Seal seal;
    private final KeyedHash hash;
    private final SignInSettings settings;
    private final Clock clock;

    SignInDesk(
            Database database,
            AskedCodes codes,
            Accounts accounts,
            SessionDesk sessions,
            Limits limits,
            Outbox outbox,
            Seal seal,
            KeyedHash hash,
            SignInSettings settings,
            Clock clock) {
        this.database = database;
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.outbox = outbox;
        this.seal = seal;
        this.hash = hash;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Somebody who wants a code.
     *
     * @param then where to go on to
     * @param language of the mail
     */
    public record Request(
            MailAddress email,
            @Nullable LocalPath then,
            BrowserId browser,
            Client client,
            Locale language) {}

    /** Somebody who enters a code, and the session in which they do. */
    public record Attempt(SignInCode code, BrowserId browser, SessionToken session, Client client) {}

    /**
     * Sends a code to the address, whoever that is; an earlier code of this browser is worth nothing from then on.
     *
     * @throws health.reprieve.frontdoor.limit.TooManyTries through the Mono, when codes were asked for too often
     */
    public Mono<Void> send(Request request) {
        return limits.code(request.email(), request.browser(), request.client())
                .then(Mono.defer(() -> keepAndTell(request)));
    }

    /** What this browser has asked for, for the page on which the code is entered. */
    public Mono<AskedCode> asked(BrowserId browser) {
        return codes.of(browser);
    }

    /**
     * Takes a code.
     *
     * @throws health.reprieve.frontdoor.limit.TooManyTries through the Mono, when codes were entered too often
     */
    public Mono<SignInOutcome> check(Attempt attempt) {
        return limits.check(attempt.client())
                .then(Mono.defer(() -> database.transaction(client -> tryOnce(attempt))));
    }

    private Mono<Void> keepAndTell(Request request) {
        var code = SignInCode.random();
        var asked = asked(request, code, clock.instant());
        var news = CodeRequested.news(asked, code, request.language(), seal);
        return database.transaction(client -> codes.keep(asked).then(outbox.append(news)));
    }

    private AskedCode asked(Request request, SignInCode code, Instant now) {
        return new AskedCode(
                UUID.randomUUID(),
                request.browser(),
                request.email(),
                request.then(),
                code.hash(hash, request.browser()),
                settings.tries(),
                now,
                now.plus(settings.codeLife()));
    }

    private Mono<SignInOutcome> tryOnce(Attempt attempt) {
        var now = clock.instant();
        return codes.tryOnce(attempt.browser(), attempt.code().hash(hash, attempt.browser()), now)
                .flatMap(tried -> tried.right() ? signIn(tried, attempt, now) : Mono.just(wrong(tried)))
                .switchIfEmpty(Mono.defer(() -> whyNot(attempt.browser(), now)));
    }

    private static SignInOutcome wrong(Tried tried) {
        var left = tried.asked().triesLeft();
        return left > 0 ? new SignInOutcome.Wrong(left) : new SignInOutcome.NoTriesLeft();
    }

    private Mono<SignInOutcome> whyNot(BrowserId browser, Instant now) {
        return codes.of(browser)
                .<SignInOutcome>map(asked ->
                        asked.triesLeft() == 0 ? new SignInOutcome.NoTriesLeft() : new SignInOutcome.Expired())
                .defaultIfEmpty(new SignInOutcome.NothingAsked());
    }

    private Mono<SignInOutcome> signIn(Tried tried, Attempt attempt, Instant now) {
        var then = tried.asked().then();
        var asPatient = then != null && then.isBooking();
        return accounts.signingIn(tried.asked().email(), asPatient, now)
                .flatMap(account -> begin(account, asPatient ? Role.PATIENT : account.usualRole(), attempt))
                .<SignInOutcome>map(begun -> new SignInOutcome.SignedIn(
                        begun.token(), begun.identity().actor().role(), then))
                .defaultIfEmpty(new SignInOutcome.SwitchedOff());
    }

    private Mono<SessionDesk.Opened> begin(Account account, Role hat, Attempt attempt) {
        return sessions.signIn(attempt.session(), attempt.browser(), hat, account);
    }
}
