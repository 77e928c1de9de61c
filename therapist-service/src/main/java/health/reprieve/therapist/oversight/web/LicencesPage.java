package health.reprieve.therapist.oversight.web;

import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.oversight.Licence;
import health.reprieve.therapist.oversight.LicenceList;
import health.reprieve.therapist.oversight.Ruling;
import health.reprieve.ui.Text;
import health.reprieve.ui.part.Answer;
import health.reprieve.ui.part.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The list of licences.
 *
 * @param done what has just been done; null: nothing
 * @param nextHref the next hundred; null: these are all
 */
record LicencesPage(
        @Nullable Text done, List<Row> rows, @Nullable String nextHref) {

    static final String PATH = "/team/licences";

    static LicencesPage of(LicenceList list, Ruling.@Nullable Kind done, Locale language) {
        return new LicencesPage(
                done == null ? null : Text.of("therapist.done." + done),
                list.licences().stream()
                        .map(licence -> Row.of(licence, language))
                        .toList(),
                list.next() == null ? null : PATH + "?after=" + LicenceCursor.write(list.next()));
    }

    /** @param action null: nothing can be ruled here */
    record Row(
            String anchor,
            String name,
            Tag state,
            List<Answer> end,
            List<Answer> paper,
            @Nullable Action action) {

        static Row of(Licence licence, Locale language) {
            var therapist = licence.therapist();
            var credential = licence.credential();
            return new Row(
                    "licence-" + (credential == null ? therapist.id() : credential.id()),
                    therapist.name(),
                    LicenceTag.of(licence),
                    LicenceFacts.end(licence, language),
                    LicenceFacts.paper(licence, language),
                    credential == null ? null : Action.of(licence, credential));
        }
    }

    /**
     * @param label short, for the eye
     * @param fullName names the therapist too, for the ear
     */
    record Action(String href, Text label, Text fullName) {

        static Action of(Licence licence, Credential credential) {
            var kind = credential.isSuspendedByUs() ? Ruling.Kind.REINSTATEMENT : Ruling.Kind.SUSPENSION;
            return new Action(
                    RulingPage.path(licence.therapist().id(), credential.id(), kind),
                    Text.of("therapist.action." + kind),
                    Text.of(
                            "therapist.action." + kind + ".full",
                            licence.therapist().name(),
                            Text.of("therapist.jurisdiction."
                                    + credential.jurisdiction().name())));
        }
    }
}
