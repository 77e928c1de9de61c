package health.reprieve.booking.appointment;

/** Why a visit was called off. */
public enum CancelReason {
    /** The patient wants or needs to be elsewhere. */
    OTHER_PLANS,
    /** A flare of pain: never late, and possible until the visit begins, though only so often. */
    FLARE,
    /** The clinic cannot keep it. */
    CLINIC,
    /** It was a request, and staff declined it. */
    DECLINED
}
