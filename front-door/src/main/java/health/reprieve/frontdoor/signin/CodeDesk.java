package health.reprieve.frontdoor.signin;

import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.database.Database;
import health.reprieve.frontdoor.FrontDoorMetric;
import health.reprieve.frontdoor.key.KeyedHash;
import health.reprieve.frontdoor.key.Seal;
import health.reprieve.frontdoor.limit.Client;
import health.reprieve.frontdoor.limit.Device;
import health.reprieve.frontdoor.limit.Limits;
import health.reprieve.outbox.Outbox;
import health.reprieve.telemetry.metric.Meters;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Sends codes. Nothing here asks whether an address has an account: the answer and the work are the same. */
@Service
public final class CodeDesk {

    private final Database database;
    private final AskedCodes codes;
    private final Limits limits;
    private final Devices devices;
    private final Outbox outbox;
    private final Seal seal;
    private final KeyedHash hash;
    private final SignInSettings settings;
    private final Clock clock;
    private final Counter sent;

    CodeDesk(
            Database database,
            AskedCodes codes,
            Limits limits,
            Devices devices,
            Outbox outbox,
            Seal seal,
            KeyedHash hash,
            SignInSettings settings,
            Clock clock,
            Meters meters) {
        this.database = database;
        this.codes = codes;
        this.limits = limits;
        this.devices = devices;
        this.outbox = outbox;
        this.seal = seal;
        this.hash = hash;
        this.settings = settings;
        this.clock = clock;
        this.sent = meters.counter(FrontDoorMetric.CODES);
    }

    /**
     * Somebody who wants a code.
     *
     * @param then where to go on to
     * @param device what the browser keeps of having signed in before; null: nothing
     * @param language of the mail
     */
    public record Request(
            MailAddress email,
            @Nullable LocalPath then,
            BrowserId browser,
            Client client,
            @Nullable DeviceProof device,
            Locale language) {}

    /**
     * Sends a code to the address, whoever that is; an earlier code of this browser is worth nothing from then on.
     *
     * @throws health.reprieve.frontdoor.limit.TooManyTries through the Mono, when codes were asked for too often
     */
    public Mono<Void> send(Request request) {
        return limits.code(request.email(), request.browser(), request.client(), known(request))
                .then(Mono.defer(() -> keepAndTell(request)))
                .doOnSuccess(done -> sent.increment());
    }

    private @Nullable Device known(Request request) {
        return Optional.ofNullable(request.device())
                .flatMap(proof -> devices.known(proof, request.email()))
                .orElse(null);
    }

    /** What this browser has asked for, for the page on which the code is entered. */
    public Mono<AskedCode> asked(BrowserId browser) {
        return codes.of(browser);
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
}
