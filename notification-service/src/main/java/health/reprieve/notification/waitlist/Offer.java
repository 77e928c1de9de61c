package health.reprieve.notification.waitlist;

import health.reprieve.access.PatientId;
import health.reprieve.notification.text.OneLine;
import health.reprieve.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A time that is kept for somebody on the waiting list. Who treats and what for is left out on purpose: what is not known here
 * cannot stray into a mail.
 *
 * @param expiresAt from then on nobody may be told of it
 */
public record Offer(UUID id, PatientId patient, TimeRange time, Instant expiresAt, Place clinic) {

    /**
     * @param alias a name that tells nothing of health
     * @param zone the zone in which the clinic's times are told
     */
    public record Place(String alias, ZoneId zone, String address, String phone) {

        public Place {
            alias = OneLine.of(alias);
            address = OneLine.of(address);
            phone = OneLine.of(phone);
        }
    }
}
