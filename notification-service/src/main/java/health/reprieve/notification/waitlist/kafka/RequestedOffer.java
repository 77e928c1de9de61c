package health.reprieve.notification.waitlist.kafka;

import health.reprieve.access.PatientId;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Outgoing;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.news.Fields;
import health.reprieve.notification.news.RequestReader;
import health.reprieve.notification.waitlist.Offer;
import health.reprieve.notification.waitlist.Offers;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Handling;
import health.reprieve.outbox.Inbox;
import health.reprieve.outbox.MalformedEvent;
import health.reprieve.time.TimeRange;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps an offer and queues the mail about it, which is of no use once the offer has expired. */
@Component
final class RequestedOffer implements RequestReader {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String CONSUMER = "notification.offer";

    private final Inbox inbox;
    private final Offers offers;
    private final Outgoing outgoing;

    RequestedOffer(Inbox inbox, Offers offers, Outgoing outgoing) {
        this.inbox = inbox;
        this.offers = offers;
        this.outgoing = outgoing;
    }

    @Override
    public String type() {
        return "health.reprieve.waiting-list-offer.made.v1";
    }

    @Override
    public void hear(CloudEvent event) {
        var offer = offer(event);
        var matter = new Matter.Offer(offer.id(), offer.patient());
        var handling = inbox.handle(
                        CONSUMER,
                        event,
                        () -> offers.keep(offer)
                                .then(outgoing.queue(
                                        event.id(), Template.OFFER, matter, event.time(), offer.expiresAt())))
                .block(TEN_SECONDS);
        if (handling == Handling.APPLIED) {
            outgoing.queued(Template.OFFER);
        }
    }

    static Offer offer(CloudEvent event) {
        var told = Fields.of(event, "offer");
        var clinic = told.at("clinic");
        return new Offer(
                told.id("id"),
                new PatientId(told.id("patientId")),
                time(told),
                told.instant("expiresAt"),
                new Offer.Place(
                        clinic.text("alias"), clinic.zone("zone"), clinic.text("address"), clinic.text("phone")));
    }

    private static TimeRange time(Fields told) {
        var start = told.instant("start");
        var end = told.instant("end");
        if (!start.isBefore(end)) {
            throw new MalformedEvent("an offer that ends before it starts");
        }
        return new TimeRange(start, end);
    }
}
