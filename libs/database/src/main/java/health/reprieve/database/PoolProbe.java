package health.reprieve.database;

import health.reprieve.telemetry.metric.Meters;
import health.reprieve.telemetry.metric.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * Asks the database something trivial, by the door that everybody takes. The pool's own numbers do not tell: connections
 * that are dead count as idle there (r2dbc-postgresql #661).
 */
final class PoolProbe {

    private final Database database;
    private final Timer answered;
    private final Series<ProbeFailure, Counter> failed;
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime()} */
    PoolProbe(Database database, Meters meters, LongSupplier nanos) {
        this.database = database;
        this.answered = meters.timer(DatabaseMetric.PROBE);
        this.failed = meters.counters(DatabaseMetric.PROBE_FAILURES, ProbeFailure.class);
        this.nanos = nanos;
    }

    Mono<Void> once() {
        return Mono.defer(() -> {
            long asked = nanos.getAsLong();
            return database.one(client ->
                            client.sql("SELECT 1").mapValue(Integer.class).one())
                    .doOnSuccess(one -> answered.record(nanos.getAsLong() - asked, TimeUnit.NANOSECONDS))
                    .then()
                    .doOnError(failure -> failed.of(ProbeFailure.of(failure)).increment())
                    .onErrorComplete();
        });
    }
}
