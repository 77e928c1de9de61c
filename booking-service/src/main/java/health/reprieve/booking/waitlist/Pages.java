package health.reprieve.booking.waitlist;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads people page by page, up to as many as are looked at together. */
final class Pages {

    /** Where more people wait, those who joined last are asked when others have left. */
    private static final int MOST = 1_000;

    private static final int PAGE = 200;

    private Pages() {}

    /** @param page given the last one of the page before, or null, and how many at most */
    static Mono<List<Waiting>> all(BiFunction<@Nullable Waiting, Integer, Mono<List<Waiting>>> page) {
        return page.apply(null, PAGE)
                .expand(read -> read.size() < PAGE ? Mono.empty() : page.apply(read.getLast(), PAGE))
                .take(MOST / PAGE)
                .flatMapIterable(read -> read)
                .collectList();
    }
}
