package health.reprieve.therapist.credential;

/** A change of a credential that makes no sense as it stands. */
public abstract sealed class CredentialRefused extends RuntimeException {

    private CredentialRefused(String message) {
        super(message);
    }

    public static final class AlreadySuspended extends CredentialRefused {
        AlreadySuspended() {
            super("the credential is out of force already");
        }
    }

    public static final class NotSuspended extends CredentialRefused {
        NotSuspended() {
            super("the credential is not suspended");
        }
    }
}
