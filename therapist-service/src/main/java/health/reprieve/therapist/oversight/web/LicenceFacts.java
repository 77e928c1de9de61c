package health.reprieve.therapist.oversight.web;

import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.Verification;
import health.reprieve.therapist.oversight.Licence;
import health.reprieve.ui.Text;
import health.reprieve.ui.WallTime;
import health.reprieve.ui.part.Answer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a manager reads of a licence, line by line. Dates and times are those of the board. */
final class LicenceFacts {

    private LicenceFacts() {}

    /** All of them; none where there is no credential. */
    static List<Answer> of(Licence licence, Locale language) {
        return Stream.concat(paper(licence, language).stream(), end(licence, language).stream())
                .toList();
    }

    /** What stands on it, and when it was last looked up. */
    static List<Answer> paper(Licence licence, Locale language) {
        var credential = licence.credential();
        if (credential == null) {
            return List.of();
        }
        var board = clock(credential, language);
        return List.of(
                Answer.of("therapist.licence.state", jurisdiction(credential)),
                Answer.of("therapist.licence.number", Text.plain(credential.number())),
                Answer.of(
                        "therapist.licence.issued",
                        Text.plain(board.date(credential.term().effectiveFrom()))),
                Answer.of("therapist.licence.verified", verified(credential, board)));
    }

    /** When it ends. */
    static List<Answer> end(Licence licence, Locale language) {
        var credential = licence.credential();
        if (credential == null) {
            return List.of();
        }
        var lastDay = clock(credential, language).date(credential.term().expiryDate());
        return List.of(
                Answer.of("therapist.licence.expires", Text.plain(lastDay)),
                Answer.of("therapist.licence.left", left(licence.daysLeft())));
    }

    private static WallTime clock(Credential credential, Locale language) {
        return WallTime.in(credential.jurisdiction().boardZone(), language);
    }

    private static Text jurisdiction(Credential credential) {
        return Text.of(
                "therapist.kind." + credential.kind(),
                Text.of("therapist.jurisdiction." + credential.jurisdiction().name()));
    }

    private static Text left(long days) {
        if (days < 0) {
            return Text.of("therapist.left.ended");
        }
        return days == 0 ? Text.of("therapist.left.today") : Text.of("therapist.left.days", days);
    }

    private static Text verified(Credential credential, WallTime board) {
        Verification check = credential.verification();
        return check == null
                ? Text.of("therapist.verified.never")
                : Text.of(
                        "therapist.verified.at",
                        board.date(check.checkedAt()),
                        check.checkedBy(),
                        Text.of("therapist.verified." + check.method()));
    }
}
