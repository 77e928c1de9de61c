package health.reprieve.notification.signin.email;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.notification.message.Mail;
import health.reprieve.notification.message.MailSettings;
import health.reprieve.notification.message.Matter;
import health.reprieve.notification.message.Message;
import health.reprieve.notification.message.Stationery;
import health.reprieve.notification.message.Template;
import health.reprieve.notification.message.Writer;
import health.reprieve.notification.signin.SealedCode;
import health.reprieve.telemetry.log.Log;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the mail with a sign-in code; the one moment in which this service knows the code and the address. */
@Component
final class SignInMail implements Writer {

    private static final Log LOG = Log.of(SignInMail.class);

    private final SealedCode seal;
    private final Stationery stationery;
    private final MailSettings settings;

    SignInMail(SealedCode seal, Stationery stationery, MailSettings settings) {
        this.seal = seal;
        this.stationery = stationery;
        this.settings = settings;
    }

    @Override
    public Set<Template> templates() {
        return EnumSet.of(Template.SIGN_IN_CODE);
    }

    @Override
    public Mono<Draft> write(Message message) {
        return Mono.fromSupplier(() -> draft(message))
                .onErrorResume(SealedCode.Unopenable.class, foreign -> Mono.just(unwritable(message)));
    }

    private Draft draft(Message message) {
        return message.matter() instanceof Matter.SignIn request
                ? new Draft.Written(mail(message, request, seal.open(request.sealed())))
                : new Draft.Unwritable();
    }

    private Mail mail(Message message, Matter.SignIn request, SealedCode.Opened opened) {
        var language = request.language();
        var subject = stationery.phrase("mail.sign-in.subject", language);
        Map<String, Object> values = Map.of(
                "language", language.toLanguageTag(),
                "subject", subject,
                "code", opened.code(),
                "minutes",
                        Duration.between(request.requestedAt(), request.expiresAt())
                                .toMinutes());
        var sheet = stationery.fill("signin/code", language, values);
        return new Mail(
                message.id(),
                opened.email(),
                settings.fromName(),
                subject,
                language,
                message.queuedAt(),
                sheet.text(),
                sheet.html(),
                null);
    }

    private static Draft unwritable(Message message) {
        LOG.event(NotificationLogEvent.SIGN_IN_UNOPENABLE)
                .log("id={}", message.id().value());
        return new Draft.Unwritable();
    }
}
