package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Publishes what lies in the outbox, in the order of writing, at least once. While it holds the lease no other relay
 * publishes. What Kafka has acknowledged is marked; a crash between the two means a repeat, which every inbox absorbs.
 *
 * <p>A relay that slept through the end of its lease may have put an old version behind the newer ones of another. It
 * notices when it cannot mark, and then has the newest of each of those keys sent once more, by whoever may.
 *
 * <p>It works on a thread of its own, so waiting for the database or for Kafka blocks nobody.
 */
final class OutboxRelay {

    private static final Log LOG = Log.of(OutboxRelay.class);
    private static final Duration DATABASE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS_AT_THE_BACKLOG = Duration.ofSeconds(5);

    private final OutboxRows rows;
    private final Lease lease;
    private final Publisher publisher;
    private final OutboxSettings settings;
    private final OutboxMeters meters;
    private final Clock clock;
    private final LongSupplier nanos;
    private final RestingLanes resting;
    private List<OutboxRow> doubtful = List.of();
    private boolean turnOfTheTroubled;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime()} */
    OutboxRelay(
            OutboxRows rows,
            Lease lease,
            Publisher publisher,
            OutboxSettings settings,
            OutboxMeters meters,
            Clock clock,
            LongSupplier nanos) {
        this.rows = rows;
        this.lease = lease;
        this.publisher = publisher;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.nanos = nanos;
        this.resting = new RestingLanes(nanos);
    }

    /** Publishes one batch, if this relay may. */
    Pass pass() throws InterruptedException {
        lookAtTheBacklog();
        settleDoubts();
        var term = lease.hold().block(DATABASE);
        if (term == null) {
            return Pass.NOTHING;
        }
        var batch = nextBatch();
        return batch.isEmpty() ? Pass.NOTHING : publish(batch, term);
    }

    /** Every second batch leaves out whatever failed before, so that trouble, however much, holds up nobody else. */
    private List<OutboxRow> nextBatch() {
        turnOfTheTroubled = !turnOfTheTroubled;
        var troubled = resting.all();
        var others = turnOfTheTroubled || troubled.isEmpty() ? List.<OutboxRow>of() : waiting(troubled);
        return others.isEmpty() ? waiting(resting.now()) : others;
    }

    private List<OutboxRow> waiting(List<String> passedOver) {
        return Objects.requireNonNullElse(
                rows.waiting(settings.batch(), passedOver).block(DATABASE), List.of());
    }

    /** What was sent and not settled may still land: the lease then runs out by itself, long after that. */
    void giveBackLease() {
        if (doubtful.isEmpty()) {
            lease.giveBack().block(DATABASE);
        }
    }

    private Pass publish(List<OutboxRow> batch, long term) throws InterruptedException {
        var sending = new Sending(publisher, settings.source(), nanos, clock.instant(), timeToSend());
        doubtful = batch;
        sending.send(batch);
        rememberFailures(sending);
        int marked = mark(sending.acknowledged(), term);
        boolean isMine =
                marked == sending.acknowledged().size() && !lease.left().isNegative();
        if (isMine) {
            doubtful = List.of();
        } else {
            LOG.event(OutboxLogEvent.LEASE_OVERRUN).log("the newest of {} events' keys is sent again", batch.size());
            lease.doubt();
            settleDoubts();
        }
        var pass = new Pass(
                Math.max(0, marked - sending.expired()), sending.failed().size());
        meters.count(pass);
        return pass;
    }

    /** What leaves in that time has landed, or never will, before the lease is another's. */
    private Duration timeToSend() {
        var untilTheLeaseEnds = lease.left().minus(publisher.longestFlight());
        return Stream.of(settings.sendWithin(), untilTheLeaseEnds)
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private void rememberFailures(Sending sending) {
        resting.sent(sending.acknowledged().stream().map(OutboxRow::lane).toList());
        resting.failed(sending.failed());
        if (!sending.failed().isEmpty()) {
            LOG.event(OutboxLogEvent.PUBLISH_INCOMPLETE)
                    .log(
                            "{} events acknowledged, {} keys held back",
                            sending.acknowledged().size(),
                            sending.failed().size());
        }
    }

    private int mark(List<OutboxRow> sent, long term) {
        if (sent.isEmpty()) {
            return 0;
        }
        var marked = rows.mark(sent, lease.holder(), term, clock.instant()).block(DATABASE);
        return Objects.requireNonNullElse(marked, 0L).intValue();
    }

    private void lookAtTheBacklog() {
        if (meters.sinceLooked().compareTo(BETWEEN_LOOKS_AT_THE_BACKLOG) > 0) {
            meters.show(Objects.requireNonNull(rows.backlog().block(DATABASE)));
        }
    }

    private void settleDoubts() {
        if (!doubtful.isEmpty()) {
            rows.sendNewestAgain(doubtful).block(DATABASE);
            doubtful = List.of();
        }
    }

    /**
     * @param published events that were acknowledged and marked
     * @param failed keys whose news is held back by a send that failed
     */
    record Pass(int published, int failed) {

        static final Pass NOTHING = new Pass(0, 0);
    }
}
