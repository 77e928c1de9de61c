package health.reprieve.booking.waitlist;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts people who wait in their order. */
@Component
class FairLine {

    private final Shortfalls shortfalls;
    private final WaitlistSettings settings;

    FairLine(Shortfalls shortfalls, WaitlistSettings settings) {
        this.shortfalls = shortfalls;
        this.settings = settings;
    }

    Mono<List<FairOrder.Place>> of(List<Waiting> people) {
        var patients = people.stream().map(Waiting::patient).collect(Collectors.toSet());
        return shortfalls.of(patients).map(below -> new FairOrder(below, settings.unanswered()).of(people));
    }
}
