package health.reprieve.access;

import java.util.Arrays;
import java.util.Locale;

/** What kind of person (or system) asks. The authorization matrix has one column for each. */
public enum Role {
    /** Nobody signed in. */
    VISITOR,
    PATIENT,
    THERAPIST,
    FRONT_DESK,
    /** Sees to therapists, rules and licences. */
    MANAGER,
    /** A physician: orders, clearance, progress of own patients. */
    REFERRER,
    /** Runs the system; sees no health data. */
    OPERATOR,
    /** Another system of the clinic, with a scoped, revocable token. */
    MACHINE;

    /** The role as tokens, files and tables spell it: {@code front-desk}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a role from its {@link #label()}.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public static Role ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role"));
    }
}
