package health.reprieve.booking.appointment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visit that is part of a course would go beyond what the course allows. The database keeps these limits, whichever way a
 * visit is written. Nothing was changed.
 */
public final class BeyondCourse extends RuntimeException {

    private final Limit limit;

    /** What the course allows. */
    public enum Limit {
        /** So many visits as the referral says. */
        REFERRAL_VISITS,
        /** Visits on the days of the referral. */
        REFERRAL_DAYS,
        /** One visit in each of its places: what was called off or missed may have been made up for. */
        ONE_PER_PLACE
    }

    public BeyondCourse(Limit limit) {
        // a refusal is an answer, not a fault: nobody needs its stack
        super("beyond the course: " + limit, null, false, false);
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }

    /**
     * What the database means by a code, if it means this.
     *
     * @param state SQLSTATE of five characters
     */
    public static Optional<BeyondCourse> of(@Nullable String state, @Nullable String message) {
        return switch (String.valueOf(state)) {
            case "RV001" -> Optional.of(new BeyondCourse(Limit.REFERRAL_VISITS));
            case "RV002" -> Optional.of(new BeyondCourse(Limit.REFERRAL_DAYS));
            case "23505" ->
                String.valueOf(message).contains("one_visit_per_place")
                        ? Optional.of(new BeyondCourse(Limit.ONE_PER_PLACE))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
