package health.reprieve.therapist.oversight.web;

import health.reprieve.therapist.credential.CredentialStatus;
import health.reprieve.therapist.credential.Obstacle;
import health.reprieve.therapist.oversight.Licence;
import health.reprieve.ui.part.Tag;

/** How a licence stands, in a word or two beside an icon. */
final class LicenceTag {

    private static final int SOON_DAYS = 60;

    private LicenceTag() {}

    static Tag of(Licence licence) {
        return licence.obstacle().map(LicenceTag::hindered).orElseGet(() -> free(licence));
    }

    private static Tag free(Licence licence) {
        var credential = licence.credential();
        if (credential == null) {
            return Tag.of(Tag.Kind.STOP, "therapist.state.none");
        }
        if (credential.status() == CredentialStatus.ACTIVE_RESTRICTED) {
            return Tag.of(Tag.Kind.WARN, "therapist.state.reviewed");
        }
        return licence.daysLeft() <= SOON_DAYS
                ? Tag.of(Tag.Kind.WARN, "therapist.state.soon")
                : Tag.of(Tag.Kind.DONE, "therapist.state.active");
    }

    private static Tag hindered(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.StatusForbids forbids -> Tag.of(Tag.Kind.STOP, "therapist.status." + forbids.status());
            case Obstacle.NeverVerified _, Obstacle.VerificationTooOld _, Obstacle.NotYetInForce _ ->
                Tag.of(Tag.Kind.WARN, "therapist.state." + ObstacleWords.code(obstacle));
            case Obstacle.Ends _,
                    Obstacle.NeedsWrittenOk _,
                    Obstacle.KindNotRecognised _,
                    Obstacle.Interrupted _,
                    Obstacle.OtherJurisdiction _,
                    Obstacle.NotForDiagnosedConditions _ ->
                Tag.of(Tag.Kind.STOP, "therapist.state." + ObstacleWords.code(obstacle));
        };
    }
}
