package health.reprieve.notification.message;

import health.reprieve.access.PatientId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a message is about; all that must be kept to write it when its time comes. */
public sealed interface Matter {

    /** Who is to get the message: an id, never an address, so that nothing in the ledger tells who it is. */
    String recipient();

    /**
     * A visit. It is written from what is known of the appointment at the moment of sending, to the contact known then;
     * until a contact is known, it waits.
     *
     * @param calendarSequence the state of the appointment that this message tells
     */
    record Visit(UUID appointment, int calendarSequence, PatientId patient) implements Matter {
        @Override
        public String recipient() {
            return "patient:" + patient;
        }
    }

    /**
     * A time that somebody on the waiting list may have, if they answer soon enough. It is written to the contact known at the
     * moment of sending.
     */
    record Offer(UUID offer, PatientId patient) implements Matter {
        @Override
        public String recipient() {
            return "patient:" + patient;
        }
    }

    /**
     * A code that proves a mail address.
     *
     * @param sealed address and code, readable with this service's private key alone (a compact JWE)
     */
    record SignIn(UUID request, Locale language, Instant requestedAt, Instant expiresAt, String sealed)
            implements Matter {
        @Override
        public String recipient() {
            return "request:" + request;
        }
    }
}
