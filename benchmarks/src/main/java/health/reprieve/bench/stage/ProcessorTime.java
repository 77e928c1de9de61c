package health.reprieve.bench.stage;

import java.time.Duration;
import java.util.Optional;

/**
 * What the service and the database have used of the processors so far.
 *
 * @param database the server and all it has started; what has already ended is not counted
 */
public record ProcessorTime(Duration service, Duration database) {

    /** Empty where the operating system does not tell. */
    static Optional<ProcessorTime> of(ProcessHandle service, ProcessHandle database) {
        return used(service)
                .flatMap(byService -> usedByTree(database).map(byDatabase -> new ProcessorTime(byService, byDatabase)));
    }

    /** Empty where the operating system does not tell. */
    static Optional<Duration> usedByTree(ProcessHandle root) {
        return used(root)
                .map(own -> root.descendants()
                        .flatMap(child -> used(child).stream())
                        .reduce(own, Duration::plus));
    }

    private static Optional<Duration> used(ProcessHandle process) {
        return process.info().totalCpuDuration();
    }

    public ProcessorTime minus(ProcessorTime earlier) {
        return new ProcessorTime(service.minus(earlier.service), database.minus(earlier.database));
    }

    public Duration total() {
        return service.plus(database);
    }
}
