package health.reprieve.therapist.credential;

/** How far a credential reaches. */
public enum Tier {
    FULL,
    /**
     * Neither diagnosed conditions nor referrals: Delaware's certified technician, Maryland's registered practitioner.
     */
    WELLNESS_ONLY;

    public boolean treatsDiagnosedConditions() {
        return this == FULL;
    }
}
