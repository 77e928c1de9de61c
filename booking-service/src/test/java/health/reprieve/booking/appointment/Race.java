package health.reprieve.booking.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Several who reach for the same at the same moment. */
final class Race {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Race() {}

    /** How one runner's attempt ended. */
    record Outcome(Optional<Object> value, Optional<Throwable> failure) {}

    interface Runner {
        Mono<?> run(int number);
    }

    static List<Outcome> run(int runners, Runner runner) {
        return Objects.requireNonNull(Flux.range(0, runners)
                .flatMap(
                        i -> Mono.defer(() -> runner.run(i))
                                .subscribeOn(Schedulers.parallel())
                                .map(value -> new Outcome(Optional.of(value), Optional.empty()))
                                .onErrorResume(e -> Mono.just(new Outcome(Optional.empty(), Optional.of(e)))),
                        runners)
                .collectList()
                .block(PATIENCE));
    }

    /** How each ended: with nothing, or with what it was refused for. */
    static List<Optional<Throwable>> ends(List<Mono<?>> attempts) {
        return Objects.requireNonNull(Flux.fromIterable(attempts)
                .flatMapSequential(
                        attempt -> attempt.map(won -> Optional.<Throwable>empty())
                                .onErrorResume(failure -> Mono.just(Optional.of(failure)))
                                .subscribeOn(Schedulers.parallel()),
                        attempts.size())
                .collectList()
                .block(PATIENCE));
    }

    static long winners(List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.value().isPresent()).count();
    }

    static List<Throwable> losses(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.failure().stream()).toList();
    }

    static void isHonest(Throwable loss) {
        assertThat(loss).isInstanceOf(BookingRefused.class);
    }
}
