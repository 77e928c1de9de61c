package health.reprieve.notification.signin;

import health.reprieve.access.MailAddress;

/** Opens what the front door sealed for this service alone. */
public interface SealedCode {

    /** @throws Unopenable if it was sealed for another key, or is not what it should be */
    Opened open(String sealed);

    /** Only ever held while the mail is written; its text form hides both. */
    record Opened(MailAddress email, String code) {
        @Override
        public String toString() {
            return "(an opened code)";
        }
    }

    final class Unopenable extends RuntimeException {

        public Unopenable() {
            super("cannot be opened with this service's key");
        }
    }
}
