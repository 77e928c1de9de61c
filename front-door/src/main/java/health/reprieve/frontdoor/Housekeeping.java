package health.reprieve.frontdoor;

import health.reprieve.frontdoor.limit.Buckets;
import health.reprieve.frontdoor.session.SessionLimits;
import health.reprieve.frontdoor.session.Sessions;
import health.reprieve.frontdoor.signin.AskedCodes;
import health.reprieve.telemetry.log.Log;
import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Throws away what is over, some rows at a time. Nothing depends on it: what is over is refused anyway. */
@Component
final class Housekeeping {

    private static final Log LOG = Log.of(Housekeeping.class);

    /** An expired code is still named as expired, and not as unknown, for that long. */
    private static final Duration CODE_REMEMBERED = Duration.ofHours(1);

    /** Longer than any limit counts back. */
    private static final Duration BUCKET_REMEMBERED = Duration.ofDays(2);

    private final Sessions sessions;
    private final AskedCodes codes;
    private final Buckets buckets;
    private final SessionLimits limits;
    private final Clock clock;

    Housekeeping(Sessions sessions, AskedCodes codes, Buckets buckets, SessionLimits limits, Clock clock) {
        this.sessions = sessions;
        this.codes = codes;
        this.buckets = buckets;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${front-door.housekeeping-every}", initialDelayString = "30s")
    Mono<Void> tidy() {
        var now = clock.instant();
        return sessions.forget(now.minus(limits.longestIdle()))
                .then(codes.forget(now.minus(CODE_REMEMBERED)))
                .then(buckets.forget(now.minus(BUCKET_REMEMBERED)))
                .doOnError(failure -> LOG.event(FrontDoorLogEvent.HOUSEKEEPING_FAILED)
                        .setCause(failure)
                        .log("it will be tried again"))
                .onErrorComplete()
                .then();
    }
}
