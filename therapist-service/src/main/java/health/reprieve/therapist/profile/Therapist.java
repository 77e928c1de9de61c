package health.reprieve.therapist.profile;

import health.reprieve.access.MailAddress;
import health.reprieve.access.TherapistId;
import health.reprieve.therapist.availability.Availability;
import health.reprieve.therapist.credential.Credential;
import health.reprieve.therapist.credential.CredentialId;
import health.reprieve.therapist.credential.Term;
import health.reprieve.therapist.credential.Verification;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A therapist as a whole. Each change gives a next version of it; methods decide and never read a clock.
 *
 * @param version 1 at first, one more with every change
 * @param name as patients read it, 1 to 100 characters
 * @param contact where the clinic writes to
 * @param retired works here no more; a state, not a removal
 */
public record Therapist(
        TherapistId id,
        long version,
        String name,
        List<Language> languages,
        List<Technique> techniques,
        MailAddress contact,
        boolean retired,
        List<Credential> credentials,
        Availability availability) {

    private static final int LONGEST_NAME = 100;

    public Therapist {
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to %d characters".formatted(LONGEST_NAME));
        }
        languages = List.copyOf(languages);
        techniques = List.copyOf(techniques);
        credentials = List.copyOf(credentials);
    }

    /** @throws TherapistRefused.CredentialUnknown if it is not one of theirs */
    public Credential credential(CredentialId wanted) {
        return credentials.stream()
                .filter(credential -> credential.id().equals(wanted))
                .findFirst()
                .orElseThrow(TherapistRefused.CredentialUnknown::new);
    }

    /** @throws TherapistRefused.CredentialUnknown if it is not one of theirs */
    public Therapist suspend(CredentialId credential, Instant now) {
        return change(credential, known -> known.suspend(now));
    }

    /** @throws TherapistRefused.CredentialUnknown if it is not one of theirs */
    public Therapist reinstate(CredentialId credential, Instant now) {
        return change(credential, known -> known.reinstate(now));
    }

    /** @throws TherapistRefused.CredentialUnknown if it is not one of theirs */
    public Therapist verified(CredentialId credential, Verification check, Term found, String foundWord) {
        return change(credential, known -> known.verified(check, found, foundWord));
    }

    private Therapist change(CredentialId which, UnaryOperator<Credential> decision) {
        var changed = decision.apply(credential(which));
        var all = credentials.stream()
                .map(known -> known.id().equals(which) ? changed : known)
                .toList();
        return new Therapist(id, version + 1, name, languages, techniques, contact, retired, all, availability);
    }
}
