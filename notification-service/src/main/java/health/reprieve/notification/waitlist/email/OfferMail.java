package health.reprieve.notification.waitlist.email;

import static java.util.Map.entry;

import health.reprieve.notification.contact.Contact;
import health.reprieve.notification.contact.Contacts;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Message;
import health.reprieve.notification.message.Stationery;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.message.TimeInWords;
import health.reprieve.notification.message.Writer;
import health.reprieve.notification.waitlist.Offer;
import health.reprieve.notification.waitlist.Offers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes that a time is kept, until when, and where to answer. The link only shows it: an answer is a button on the page. */
@Component
final class OfferMail implements Writer {

    private final Offers offers;
    private final Contacts contacts;
    private final Stationery stationery;
    private final MailSettings settings;

    OfferMail(Offers offers, Contacts contacts, Stationery stationery, MailSettings settings) {
        this.offers = offers;
        this.contacts = contacts;
        this.stationery = stationery;
        this.settings = settings;
    }

    @Override
    public Set<Template> templates() {
        return EnumSet.of(Template.OFFER);
    }

    @Override
    public Mono<Draft> write(Message message) {
        return message.matter() instanceof Matter.Offer asked
                ? Mono.zip(offers.find(asked.offer()), contacts.of(asked.patient()))
                        .map(known -> new Draft.Written(mail(message, known.getT1(), known.getT2())))
                : Mono.just(new Draft.Unwritable());
    }

    private Mail mail(Message message, Offer offer, Contact contact) {
        var language = contact.language();
        var subject = stationery.phrase("mail.offer.subject", language);
        var sheet = stationery.fill("waitlist/offer", language, values(subject, offer, contact));
        return new Mail(
                message.id(),
                contact.email(),
                offer.clinic().alias(),
                subject,
                language,
                message.queuedAt(),
                sheet.text(),
                sheet.html(),
                null);
    }

    private Map<String, Object> values(String subject, Offer offer, Contact contact) {
        var language = contact.language();
        var clinic = offer.clinic();
        return Map.ofEntries(
                entry("language", language.toLanguageTag()),
                entry("subject", subject),
                entry("firstName", contact.firstName()),
                entry("until", TimeInWords.of(offer.expiresAt(), clinic.zone(), language, stationery)),
                entry("time", TimeInWords.of(offer.time(), clinic.zone(), language, stationery)),
                entry("alias", clinic.alias()),
                entry("address", clinic.address()),
                entry("phone", clinic.phone()),
                entry("call", "tel:" + clinic.phone().replaceAll("[^+0-9]", "")),
                entry("page", settings.offerPage(offer.id())));
    }
}
