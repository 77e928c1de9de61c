package health.reprieve.booking.waitlist;

import health.reprieve.booking.appointment.Asker;
import health.reprieve.booking.appointment.BookingRefused;
import health.reprieve.booking.appointment.KeptTimes;
import health.reprieve.booking.appointment.Openings;
import health.reprieve.booking.appointment.OwedSpace;
import health.reprieve.booking.appointment.OwedSpaces;
import health.reprieve.booking.appointment.Vacancies;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.clinic.ClinicId;
import health.reprieve.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives free times to those who wait, in fair order: each to the first whom it suits. */
@Component
class OfferMaking {

    private final WaitingList list;
    private final FairLine line;
    private final Openings openings;
    private final OwedSpaces owedSpaces;
    private final KeptTimes times;
    private final OfferNews news;
    private final Outbox outbox;
    private final WaitlistSettings settings;
    private final Clock clock;

    OfferMaking(
            WaitingList list,
            FairLine line,
            Openings openings,
            OwedSpaces owedSpaces,
            KeptTimes times,
            OfferNews news,
            Outbox outbox,
            WaitlistSettings settings,
            Clock clock) {
        this.list = list;
        this.line = line;
        this.openings = openings;
        this.owedSpaces = owedSpaces;
        this.times = times;
        this.news = news;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes as many offers at a clinic as one look may; tells how many. At night it makes none. */
    Mono<Integer> makeAt(ClinicId clinic) {
        var now = clock.instant();
        return openings.clinic(clinic)
                .filter(found -> !settings.answerTime().isNight(now, found.zone()))
                .flatMap(byDay -> inOrder(clinic, now))
                .filter(places -> !places.isEmpty())
                .zipWhen(places -> owedSpaces.at(clinic))
                .flatMapMany(both ->
                        Flux.fromIterable(both.getT1()).concatMapDelayError(place -> offerTo(place, both.getT2(), now)))
                .take(settings.offers())
                .count()
                .map(Math::toIntExact);
    }

    private Mono<List<FairOrder.Place>> inOrder(ClinicId clinic, Instant now) {
        return Pages.all((after, most) -> list.inLine(clinic, now, settings.unanswered(), after, most))
                .flatMap(line::of);
    }

    /** Empty when no time suits, somebody else was faster, or they cannot be asked any more. */
    private Mono<OfferMade> offerTo(FairOrder.Place place, OwedSpace owed, Instant now) {
        return openings.vacancies(place.waiting().wish().clinic())
                .flatMap(free -> Mono.justOrEmpty(suiting(free, owed, place, now))
                        .flatMap(offer -> make(place, offer, free.clinic())))
                .onErrorResume(BookingRefused.class, lost -> Mono.empty())
                .onErrorResume(NoLongerInLine.class, gone -> Mono.empty());
    }

    private Optional<OfferMade> suiting(Vacancies free, OwedSpace owed, FairOrder.Place place, Instant now) {
        var waiting = place.waiting();
        var wish = waiting.wish();
        var matching =
                new Matching(settings.answerTime(), free.notice(), free.clinic().zone(), now);
        var asker = new Asker(null, waiting.patient(), null);
        var whose = wish.therapists().isEmpty() ? Set.copyOf(free.bestFirst(wish.condition())) : wish.therapists();
        var search = wish.search(asker, place.shortfall().apart());
        return free.first(
                        search,
                        whose,
                        wish.firstDay(),
                        wish.lastDay(),
                        found -> matching.suits(waiting, found) && free.isLeft(search, found, owed))
                .flatMap(found -> matching.answerableUntil(found.time())
                        .map(until -> OfferMade.open(waiting, found, now, until)));
    }

    /** The hold, the offer and its news, or nothing of them. */
    private Mono<OfferMade> make(FairOrder.Place place, OfferMade offer, Clinic clinic) {
        var waiting = place.waiting();
        return times.keep(
                offer.kept(waiting, place.shortfall().apart()),
                offer.expiresAt(),
                hold -> list.lock(waiting.id())
                        .filter(Waiting::isInLine)
                        .switchIfEmpty(Mono.error(NoLongerInLine::new))
                        .delayUntil(taking -> hold)
                        .flatMap(locked -> list.save(locked.offered(offer)))
                        .then(Mono.defer(() -> outbox.append(news.made(offer, waiting.patient(), clinic))))
                        .thenReturn(offer));
    }
}
