package health.reprieve.booking.waitlist;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts people who wait in their order. */
@Component
class FairLine {

    private final Doses doses;
    private final WaitlistSettings settings;

    FairLine(Doses doses, WaitlistSettings settings) {
        this.doses = doses;
        this.settings = settings;
    }

    Mono<List<FairOrder.Place>> of(List<Waiting> people) {
        return doses.below(people).map(below -> new FairOrder(below, settings.unanswered()).of(people));
    }
}
