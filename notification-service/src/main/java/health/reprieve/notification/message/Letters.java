package health.reprieve.notification.message;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.telemetry.log.Log;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** One try: writes a message with the writer of its template and hands it to the carrier, within a time limit. */
public final class Letters {

    private static final Log LOG = Log.of(Letters.class);

    private final Map<Template, Writer> writers;
    private final Carrier carrier;
    private final Duration limit;
    private final Scheduler blocking;
    private final MessageMeters meters;

    /**
     * @param limit how long the carrier may take; after that nobody knows whether the mail was taken
     * @param blocking where the carrier may block; interrupts it when the limit is over
     * @throws IllegalArgumentException if a template has no writer
     */
    public Letters(List<Writer> writers, Carrier carrier, Duration limit, Scheduler blocking, MessageMeters meters) {
        this.writers = byTemplate(writers);
        this.carrier = carrier;
        this.limit = limit;
        this.blocking = blocking;
        this.meters = meters;
    }

    Mono<Outcome> send(Message message) {
        return Mono.defer(() -> writerOf(message).write(message))
                .flatMap(this::carry)
                .onErrorResume(failure -> Mono.just(notSent(message, failure)));
    }

    private Mono<Outcome> carry(Writer.Draft draft) {
        return switch (draft) {
            case Writer.Draft.Written written ->
                Mono.fromCallable(() -> carrier.carry(written.mail()))
                        .subscribeOn(blocking)
                        .timeout(limit, Mono.just(new Outcome.Unknown()))
                        .doOnNext(meters::answered);
            case Writer.Draft.Outdated outdated -> Mono.just(new Outcome.Outdated());
            case Writer.Draft.Unwritable unwritable -> Mono.just(new Outcome.Refused(0));
        };
    }

    // The failure's own text may quote what was being written, so only its kind is told.
    private static Outcome notSent(Message message, Throwable failure) {
        LOG.event(NotificationLogEvent.MESSAGE_NOT_WRITTEN, message.cause())
                .log(
                        "id={} failure={}",
                        message.id().value(),
                        failure.getClass().getName());
        return new Outcome.Deferred(0);
    }

    private Writer writerOf(Message message) {
        return Objects.requireNonNull(writers.get(message.template()));
    }

    private static Map<Template, Writer> byTemplate(List<Writer> writers) {
        var found = new EnumMap<Template, Writer>(Template.class);
        writers.forEach(writer -> writer.templates().forEach(template -> found.put(template, writer)));
        var missing = Arrays.stream(Template.values())
                .filter(template -> !found.containsKey(template))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("nobody writes " + missing);
        }
        return found;
    }
}
