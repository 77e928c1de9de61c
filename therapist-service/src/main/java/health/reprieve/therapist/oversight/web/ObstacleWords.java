package health.reprieve.therapist.oversight.web;

import health.reprieve.therapist.credential.Obstacle;

/** A stable word for each obstacle: part of the API, and of the key of its sentence on a page. */
final class ObstacleWords {

    private ObstacleWords() {}

    static String code(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.OtherJurisdiction _ -> "other-jurisdiction";
            case Obstacle.KindNotRecognised _ -> "kind-not-recognised";
            case Obstacle.StatusForbids _ -> "status-forbids";
            case Obstacle.NeedsWrittenOk _ -> "needs-written-ok";
            case Obstacle.NotForDiagnosedConditions _ -> "not-for-diagnosed-conditions";
            case Obstacle.NeverVerified _ -> "never-verified";
            case Obstacle.VerificationTooOld _ -> "verification-too-old";
            case Obstacle.NotYetInForce _ -> "not-yet-in-force";
            case Obstacle.Ends _ -> "ended";
            case Obstacle.Interrupted _ -> "interrupted";
        };
    }
}
