package health.reprieve.therapist.credential;

import health.reprieve.time.TimeRange;

/**
 * A treatment that somebody would give.
 *
 * @param when from its first minute to its last
 * @param place where the patient's body is meanwhile; at a home visit the patient's address, not the clinic's
 * @param diagnosed whether it treats a diagnosed condition or follows a referral
 */
public record Practice(TimeRange when, Jurisdiction place, boolean diagnosed) {}
