package health.reprieve.therapist.credential;

import java.util.Locale;
import java.util.Map;

/** How a credential stands, in one vocabulary for all boards. */
public enum CredentialStatus {
    ACTIVE,
    /** Inside the terms of an order; only with a reviewer's written OK. */
    ACTIVE_RESTRICTED,
    INACTIVE,
    EXPIRED,
    /** Late renewal still possible. No practice meanwhile, unless the state says so and a person has verified it. */
    GRACE,
    SUSPENDED,
    /** For good, until the board itself reinstates. */
    REVOKED,
    /** Applied for. */
    PENDING,
    /** The board's word is not understood, or there is none. */
    UNKNOWN;

    private static final Map<String, CredentialStatus> WORDS = Map.ofEntries(
            Map.entry("active", ACTIVE),
            Map.entry("clear/active", ACTIVE),
            Map.entry("current", ACTIVE),
            Map.entry("registered", ACTIVE),
            Map.entry("probation", ACTIVE_RESTRICTED),
            Map.entry("encumbered", ACTIVE_RESTRICTED),
            Map.entry("conditional registration", ACTIVE_RESTRICTED),
            Map.entry("inactive", INACTIVE),
            Map.entry("clear/inactive", INACTIVE),
            Map.entry("retired", INACTIVE),
            Map.entry("expired", EXPIRED),
            Map.entry("lapsed", EXPIRED),
            Map.entry("delinquent", EXPIRED),
            Map.entry("forfeited", EXPIRED),
            Map.entry("grace", GRACE),
            Map.entry("suspended", SUSPENDED),
            Map.entry("emergency suspension", SUSPENDED),
            Map.entry("revoked", REVOKED),
            Map.entry("relinquished", REVOKED),
            Map.entry("surrendered", REVOKED),
            Map.entry("null and void", REVOKED),
            Map.entry("pending", PENDING));

    /** The meaning of a board's literal word; {@link #UNKNOWN}, which permits nothing, for one we have not met. */
    public static CredentialStatus meaning(String boardsWord) {
        var word = boardsWord.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(word, UNKNOWN);
    }
}
