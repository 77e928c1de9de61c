package health.reprieve.therapist.oversight.web;

import health.reprieve.access.AccountId;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.oversight.Licence;
import health.reprieve.therapist.oversight.Reason;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.form.Field;
import health.reprieve.ui.part.Answer;
import health.reprieve.ui.part.Tag;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a suspension or a reinstatement is confirmed.
 *
 * @param version the therapist's, as shown here; sent back with the decision
 * @param possible whether there is anything to decide: a suspended licence cannot be suspended
 * @param changed what others did since this person looked; empty unless their decision came too late
 */
record RulingPage(
        Ruling.Kind kind,
        String name,
        Tag state,
        List<Answer> facts,
        String action,
        long version,
        boolean possible,
        List<Text> changed,
        Field reason) {

    static String path(TherapistId therapist, CredentialId credential, Ruling.Kind kind) {
        return LicencesPage.PATH + "/" + therapist + "/" + credential + "/" + noun(kind);
    }

    static RulingPage of(Licence licence, Credential credential, Ruling.Kind kind, Locale language) {
        return new RulingPage(
                kind,
                licence.therapist().name(),
                LicenceTag.of(licence),
                LicenceFacts.of(licence, language),
                path(licence.therapist().id(), credential.id(), kind),
                licence.therapist().version(),
                credential.isSuspendedByUs() == (kind == Ruling.Kind.REINSTATEMENT),
                List.of(),
                Field.box("reason", "therapist.ruling.reason")
                        .hint("therapist.ruling.reason.hint." + kind)
                        .upTo(Reason.LONGEST));
    }

    RulingPage holding(@Nullable String typed) {
        return new RulingPage(kind, name, state, facts, action, version, possible, changed, reason.holding(typed));
    }

    RulingPage after(List<Text> changes) {
        return new RulingPage(kind, name, state, facts, action, version, possible, changes, reason);
    }

    /** What others ruled meanwhile, in words; a change of another sort is said to be one. */
    static List<Text> changes(List<Ruling> rulings, AccountId reader, ZoneId board, Locale language) {
        var time = WallTime.in(board, language);
        return rulings.isEmpty()
                ? List.of(Text.of("therapist.changed.otherwise"))
                : rulings.stream()
                        .map(ruling -> Text.of(
                                "therapist.changed." + ruling.kind(),
                                time.moment(ruling.at()),
                                Text.of(ruling.by().equals(reader) ? "therapist.by.you" : "therapist.by.other"),
                                ruling.reason().text()))
                        .toList();
    }

    private static String noun(Ruling.Kind kind) {
        return switch (kind) {
            case SUSPENSION -> "suspension";
            case REINSTATEMENT -> "reinstatement";
        };
    }
}
