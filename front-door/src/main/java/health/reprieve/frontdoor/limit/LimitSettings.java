package health.reprieve.frontdoor.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often things may be done, each written like {@code 5/15m}: five at once, and five again after a quarter of an
 * hour. A client is a network address; a whole clinic or village may sit behind one.
 *
 * @param sessionsOfClient new visitors' sessions: each is a row in the database
 * @param codesForEmail codes to one address: people mistype and mails are slow, but a mailbox must not be flooded
 * @param codesForEmailADay codes to one address over a day: with five tries each it bounds what can be guessed
 * @param codesOfBrowser codes that one browser asks for, whatever the address
 * @param codesOfClient codes that one client asks for, whatever the address
 * @param checksOfClient codes that one client enters
 * @param holdsOfBrowser times that one browser holds
 * @param holdsOfClient times that one client holds: nobody may hold a clinic's whole day from many browsers
 */
@ConfigurationProperties("front-door.limits")
record LimitSettings(
        @DefaultValue("120/10m") Rate sessionsOfClient,
        @DefaultValue("5/15m") Rate codesForEmail,
        @DefaultValue("20/24h") Rate codesForEmailADay,
        @DefaultValue("10/15m") Rate codesOfBrowser,
        @DefaultValue("30/15m") Rate codesOfClient,
        @DefaultValue("60/15m") Rate checksOfClient,
        @DefaultValue("20/10m") Rate holdsOfBrowser,
        @DefaultValue("60/10m") Rate holdsOfClient) {

    Rate of(Scope scope) {
        return switch (scope) {
            case SESSIONS_OF_CLIENT -> sessionsOfClient;
            case CODES_FOR_EMAIL -> codesForEmail;
            case CODES_FOR_EMAIL_A_DAY -> codesForEmailADay;
            case CODES_OF_BROWSER -> codesOfBrowser;
            case CODES_OF_CLIENT -> codesOfClient;
            case CHECKS_OF_CLIENT -> checksOfClient;
            case HOLDS_OF_BROWSER -> holdsOfBrowser;
            case HOLDS_OF_CLIENT -> holdsOfClient;
        };
    }
}
