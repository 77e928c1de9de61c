package health.reprieve.outbox;

import java.time.Duration;

/** A pause that doubles each time it is taken, up to a longest one. For one thread. */
final class Pause {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Pause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration next() {
        var present = next;
        var doubled = present.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return present;
    }

    void reset() {
        next = first;
    }
}
