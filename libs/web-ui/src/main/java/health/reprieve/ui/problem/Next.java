package health.reprieve.ui.problem;

import health.reprieve.access.Role;

/** The one step that a page about a problem offers. */
enum Next {
    START("/", "ui.problem.start"),
    SIGN_IN("/sign-in", "ui.problem.sign-in"),
    VISITS("/visits", "ui.nav.visits"),
    DAY("/calendar", "ui.nav.day"),
    LICENCES("/team/licences", "ui.nav.licences");

    private final String href;
    private final String key;

    Next(String href, String key) {
        this.href = href;
        this.key = key;
    }

    /** What somebody of this role does after this problem. */
    static Next after(Problem problem, Role role) {
        return switch (problem.type()) {
            case "sign-in-required" -> SIGN_IN;
            case Problem.OUTCOME_UNKNOWN -> whereToLook(role);
            default -> START;
        };
    }

    /** Where somebody sees whether what they did has been done. */
    private static Next whereToLook(Role role) {
        return switch (role) {
            case THERAPIST -> DAY;
            case MANAGER -> LICENCES;
            case VISITOR, PATIENT, FRONT_DESK, REFERRER, OPERATOR, MACHINE -> VISITS;
        };
    }

    public String href() {
        return href;
    }

    public String key() {
        return key;
    }
}
