package health.reprieve.frontdoor.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often things may be done, each written like {@code 5/15m}: five at once, and five again after a quarter of an
 * hour. A client is a network address; a whole clinic or village may sit behind one.
 *
 * @param sessionsOfClient new visitors' sessions: each is a row in the database
 * @param codesForEmailHere codes to one address, asked for from one client, or from one browser that has signed in as
 *     that address before: people mistype and mails are slow, but a mailbox must not be flooded. Counted by the address
 *     alone, anybody could use up somebody else's turns and so lock them out
 * @param codesForEmailHereADay codes to one address over a day, asked for from one client, or from one browser that has
 *     signed in as that address before
 * @param codesForEmailADay codes to one address over a day, whoever asks, browsers aside that have signed in as that
 *     address before: with five tries each it bounds what many clients together can guess
 * @param codesOfBrowser codes that one browser asks for, whatever the address
 * @param codesOfClient codes that one client asks for, whatever the address
 * @param checksOfClient codes that one client enters
 * @param holdsOfBrowser times that one browser holds; fewer than a client may, so that one person does not use up a
 *     waiting room's
 * @param holdsOfClient times that one client holds. A time is held for ten minutes, so that at the worst twenty are held
 *     at once, ten after a pause and one more each minute: not a day of a clinic with three therapists. A waiting room
 *     behind one address can still begin ten visits together
 */
@ConfigurationProperties("front-door.limits")
record LimitSettings(
        @DefaultValue("120/10m") Rate sessionsOfClient,
        @DefaultValue("5/15m") Rate codesForEmailHere,
        @DefaultValue("20/24h") Rate codesForEmailHereADay,
        @DefaultValue("40/24h") Rate codesForEmailADay,
        @DefaultValue("10/15m") Rate codesOfBrowser,
        @DefaultValue("30/15m") Rate codesOfClient,
        @DefaultValue("60/15m") Rate checksOfClient,
        @DefaultValue("6/10m") Rate holdsOfBrowser,
        @DefaultValue("10/10m") Rate holdsOfClient) {

    Rate of(Scope scope) {
        return switch (scope) {
            case SESSIONS_OF_CLIENT -> sessionsOfClient;
            case CODES_FOR_EMAIL_HERE -> codesForEmailHere;
            case CODES_FOR_EMAIL_HERE_A_DAY -> codesForEmailHereADay;
            case CODES_FOR_EMAIL_A_DAY -> codesForEmailADay;
            case CODES_OF_BROWSER -> codesOfBrowser;
            case CODES_OF_CLIENT -> codesOfClient;
            case CHECKS_OF_CLIENT -> checksOfClient;
            case HOLDS_OF_BROWSER -> holdsOfBrowser;
            case HOLDS_OF_CLIENT -> holdsOfClient;
        };
    }
}
