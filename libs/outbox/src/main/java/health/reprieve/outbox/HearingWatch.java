package health.reprieve.outbox;

import health.reprieve.outbox.KafkaOffsets.Span;
import health.reprieve.outbox.OldestUnheard.Place;
import health.reprieve.telemetry.metric.LastSeen;
import health.reprieve.telemetry.metric.Meters;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/**
 * Looks again and again how far this service has heard, and how much lies aside. Nobody waits for it; while the broker
 * is away what was last seen is shown for a minute or so, and then nothing, while the age of the last look rises.
 */
final class HearingWatch {

    private static final int LOOKS_MISSED = 4;

    private final Listening listening;
    private final KafkaOffsets offsets;
    private final OldestUnheard oldest;
    private final Meters meters;
    private final LastSeen<HeardSoFar> last;

    /**
     * @param every how often somebody will call {@link #look}
     * @param nanos a clock that only goes forward, such as {@link System#nanoTime()}
     */
    HearingWatch(
            Listening listening,
            KafkaOffsets offsets,
            OldestUnheard oldest,
            Meters meters,
            Duration every,
            LongSupplier nanos) {
        this.listening = listening;
        this.offsets = offsets;
        this.oldest = oldest;
        this.meters = meters;
        this.last = new LastSeen<>(every.multipliedBy(LOOKS_MISSED), nanos);
    }

    @EventListener
    void show(ContextRefreshedEvent refreshed) {
        var topics = listening.topics();
        meters.gauges(
                HearingMetric.LAG_RECORDS,
                topics,
                topic -> last.show(heard -> heard.of(topic).behind()));
        meters.gauges(
                HearingMetric.LAG,
                topics,
                topic -> last.show(heard -> heard.of(topic).oldestSeconds()));
        meters.gauges(
                HearingMetric.DEAD_LETTERS,
                topics,
                topic -> last.show(heard -> heard.of(topic).deadLetters()));
        meters.gauge(HearingMetric.LOOKED, () -> last.age().toMillis() / 1000.0);
    }

    /** Blocks for some seconds at most, for each group and each topic that is behind. */
    HeardSoFar look() throws KafkaOffsets.Failed, InterruptedException {
        var spans = offsets.spans(topicsAndWhatIsParkedOfThem());
        var heard = new HashMap<String, HeardSoFar.Topic>();
        for (var group : listening.byGroup().entrySet()) {
            var committed = offsets.committed(group.getKey());
            for (var topic : group.getValue()) {
                heard.merge(topic, heard(topic, spans, committed), HeardSoFar.Topic::worse);
            }
        }
        var seen = new HeardSoFar(heard);
        last.see(seen);
        return seen;
    }

    private Set<String> topicsAndWhatIsParkedOfThem() {
        var all = new HashSet<>(listening.topics());
        listening.topics().forEach(topic -> all.add(HearingConfiguration.parkedOf(topic)));
        return all;
    }

    private HeardSoFar.Topic heard(String topic, Map<TopicPartition, Span> spans, Map<TopicPartition, Long> committed) {
        var places = places(topic, spans, committed);
        long behind = places.stream().mapToLong(Place::behind).sum();
        return new HeardSoFar.Topic(behind, oldest.age(places), records(HearingConfiguration.parkedOf(topic), spans));
    }

    /** Where the group will go on, in partitions where there is something to go on with. */
    private static List<Place> places(
            String topic, Map<TopicPartition, Span> spans, Map<TopicPartition, Long> committed) {
        return spans.entrySet().stream()
                .filter(span -> span.getKey().topic().equals(topic))
                .map(span -> place(span.getKey(), span.getValue(), committed.getOrDefault(span.getKey(), 0L)))
                .filter(place -> place.behind() > 0)
                .toList();
    }

    /** What was thrown away unheard, because it was too old, is not waited for. */
    private static Place place(TopicPartition partition, Span span, long committed) {
        return new Place(partition, Math.max(span.begin(), committed), span.end());
    }

    private static long records(String topic, Map<TopicPartition, Span> spans) {
        return spans.entrySet().stream()
                .filter(span -> span.getKey().topic().equals(topic))
                .mapToLong(span -> span.getValue().length())
                .sum();
    }
}
