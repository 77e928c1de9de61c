package health.reprieve.booking.probe;

import health.reprieve.access.Actor;
import health.reprieve.booking.appointment.Appointment;
import health.reprieve.booking.appointment.AppointmentId;
import health.reprieve.booking.appointment.AppointmentNews;
import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingDesk;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.DeskFigures;
import health.reprieve.booking.appointment.OpenDays;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.VisitDesk;
import health.reprieve.booking.appointment.Wish;
import health.reprieve.booking.metric.ProbeOutcome;
import health.reprieve.booking.slot.Offer;
import health.reprieve.outbox.Outbox;
import health.reprieve.telemetry.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Timed;
import reactor.util.retry.Retry;

/**
 * Books a time that is really free, as a patient would and through the same desks: looks for times, takes one of them,
 * sees the visit, cancels it, and waits until the news of it has left. It throws away afterwards what it wrote.
 *
 * <p>Several instances do so at the same ground without knowing of each other. Each picks one of many times at random;
 * where two pick the same, the one that comes too late picks again.
 */
class BookingProbe {

    private static final Log LOG = Log.of(BookingProbe.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration DIED = Duration.ofMinutes(5);
    private static final Retry MORE_PICKS =
            Retry.max(2).filter(BookingRefused.class::isInstance).onRetryExhaustedThrow((spec, last) -> last.failure());

    private final Grounds grounds;
    private final Openings openings;
    private final BookingDesk desk;
    private final VisitDesk visits;
    private final Outbox outbox;
    private final ProbeFigures figures;
    private final ProbeSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile @Nullable Ground known;

    BookingProbe(
            Grounds grounds,
            Openings openings,
            BookingDesk desk,
            VisitDesk visits,
            Outbox outbox,
            ProbeFigures figures,
            ProbeSettings settings,
            Clock clock,
            RandomGenerator random) {
        this.grounds = grounds;
        this.openings = openings;
        this.desk = desk;
        this.visits = visits;
        this.outbox = outbox;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** One probe. It never fails; what became of it is counted. */
    Mono<ProbeOutcome> once() {
        return Mono.defer(() -> {
            var cancelled = new AtomicReference<@Nullable AppointmentId>();
            return counted(ground().flatMap(ground -> probe(ground, cancelled)))
                    .delayUntil(outcome -> tidy(cancelled.get()));
        });
    }

    private Mono<ProbeOutcome> counted(Mono<ProbeOutcome> probe) {
        return probe
                // nothing was offered
                .defaultIfEmpty(ProbeOutcome.REFUSED)
                .onErrorReturn(BookingRefused.class, ProbeOutcome.REFUSED)
                .onErrorReturn(ProbeOutcome.FAILED)
                .doOnNext(outcome -> figures.count(outcome, clock.instant()));
    }

    private Mono<Ground> ground() {
        return Mono.justOrEmpty(known).switchIfEmpty(Mono.defer(grounds::layOut).doOnNext(ground -> known = ground));
    }

    private Mono<ProbeOutcome> probe(Ground ground, AtomicReference<@Nullable AppointmentId> cancelled) {
        return bookAndCancel(ground)
                .as(DeskFigures::uncounted)
                .timeout(settings.giveUpAfter())
                .doOnNext(visit -> cancelled.set(visit.id()))
                .timed()
                .doOnNext(visit -> figures.took(visit.elapsedSinceSubscription()))
                .flatMap(visit -> hasLeft(visit.get()).map(left -> outcome(left, visit.elapsedSinceSubscription())));
    }

    private Mono<Appointment> bookAndCancel(Ground ground) {
        var actor = ground.actor();
        return openings.firstDays(ground.clinicId(), Ground.CONDITION, null, Asker.of(actor))
                .flatMap(open -> book(ground, actor, open))
                .flatMap(visit -> visits.find(actor, visit.id()))
                .flatMap(visit -> visits.cancel(actor, visit.id(), visit.version()));
    }

    private Mono<Appointment> book(Ground ground, Actor.Patient actor, OpenDays open) {
        return Mono.defer(() -> Mono.justOrEmpty(pick(open)))
                .map(offer -> new Wish(
                        ground.clinicId(), offer.therapist(), offer.time().start(), Ground.CONDITION))
                .map(wish -> new BookingDesk.Request(ground.patient(), wish, null))
                .flatMap(request -> desk.book(actor, request, UUID.randomUUID().toString()))
                .retryWhen(MORE_PICKS);
    }

    private Optional<Offer> pick(OpenDays open) {
        var offers = open.days().stream().flatMap(day -> day.offers().stream()).toList();
        return offers.isEmpty() ? Optional.empty() : Optional.of(offers.get(random.nextInt(offers.size())));
    }

    /** Whether the news of the cancellation has left, which it cannot before that of the booking. */
    private Mono<Boolean> hasLeft(Appointment cancelled) {
        return Mono.defer(() -> outbox.isPublished(
                        AppointmentNews.HIDDEN_TOPIC, cancelled.id().toString(), cancelled.version()))
                .filter(published -> published)
                .repeatWhenEmpty(looks -> looks.delayElements(BETWEEN_LOOKS))
                .timed()
                .doOnNext(seen -> figures.published(seen.elapsedSinceSubscription()))
                .map(Timed::get)
                .timeout(settings.publishedWithin(), Mono.just(false));
    }

    private ProbeOutcome outcome(boolean left, Duration took) {
        if (!left) {
            return ProbeOutcome.UNPUBLISHED;
        }
        return took.compareTo(settings.slowAfter()) > 0 ? ProbeOutcome.SLOW : ProbeOutcome.OK;
    }

    /** Whatever became of the probe; what cannot be thrown away now is by the next one. */
    private Mono<Void> tidy(@Nullable AppointmentId cancelled) {
        return Mono.justOrEmpty(known)
                .flatMap(ground ->
                        grounds.tidy(ground, cancelled, clock.instant().minus(DIED)))
                .onErrorResume(failure -> {
                    LOG.event(ProbeLogEvent.NOT_TIDIED)
                            .log("{}", failure.getClass().getSimpleName());
                    return Mono.empty();
                });
    }
}
