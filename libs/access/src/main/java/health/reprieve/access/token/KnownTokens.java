package health.reprieve.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks a token's signature when it comes for the first time, not each time: the front door hands the same one on for half a
 * minute, and the check is the dearest part of a small answer. Only what passed is remembered, only as a whole, and no longer
 * than it is good for.
 */
final class KnownTokens implements ReactiveJwtDecoder {

    /** At a kilobyte or two each. Who is crowded out is checked again. */
    private static final int MOST = 4_000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(InnerTokenSigner.LIFE)
            .build();

    KnownTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.fromSupplier(() -> known.getIfPresent(token))
                .filter(this::isGood)
                .switchIfEmpty(Mono.defer(() -> decoder.decode(token).doOnNext(checked -> known.put(token, checked))));
    }

    private boolean isGood(Jwt checked) {
        var end = checked.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }
}
