package health.reprieve.therapist.profile;

/** What was asked about a therapist cannot be had. */
public abstract sealed class TherapistRefused extends RuntimeException {

    private TherapistRefused(String message) {
        super(message);
    }

    /** There is none, or none that this actor may see: nobody can tell which. */
    public static final class TherapistUnknown extends TherapistRefused {
        public TherapistUnknown() {
            super("no such therapist");
        }
    }

    public static final class CredentialUnknown extends TherapistRefused {
        CredentialUnknown() {
            super("no such credential");
        }
    }

    /** Somebody changed the therapist after it was read; the decision must be made again on what is there now. */
    public static final class VersionStale extends TherapistRefused {
        VersionStale(long seen) {
            super("version %d is not the newest".formatted(seen));
        }
    }
}
