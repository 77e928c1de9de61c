package health.reprieve.therapist.credential;

/** What sort of paper a credential is. Memberships and exam passes are none: they permit nothing. */
public enum Kind {
    /** Legal permission with a defined scope, enforced by a board. */
    LICENSE,
    /** A mandatory listing, without schooling or exam. */
    REGISTRATION,
    /** A title granted by a private body that the state recognises. */
    VOLUNTARY_CERTIFICATE
}
