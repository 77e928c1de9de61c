package health.reprieve.frontdoor.limit;

import java.util.Locale;

/** What is counted, and for whom. */
public enum Scope {
    SESSIONS_OF_CLIENT,
    CODES_FOR_EMAIL_HERE,
    CODES_FOR_EMAIL_HERE_A_DAY,
    CODES_FOR_EMAIL_A_DAY,
    CODES_OF_BROWSER,
    CODES_OF_CLIENT,
    CHECKS_OF_CLIENT,
    HOLDS_OF_BROWSER,
    HOLDS_OF_CLIENT;

    /** The scope as the table spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
