package health.reprieve.booking.course;

import health.reprieve.booking.candidacy.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The dose that a course begins with when nobody says otherwise: the series of the condition table (domain notes, 2.3), at
 * the upper end where a range stands there. Starts are 48 hours apart where a pressure of 3 or more is usual, 24 hours
 * otherwise. A first review comes after the fourth visit, the last one at the end.
 */
public final class StandardDoses {

    private static final Duration FIRM = Duration.ofDays(2);
    private static final Duration GENTLE = Duration.ofDays(1);
    private static final int FIRST_REVIEW = 4;

    private StandardDoses() {}

    /** Empty where the dose is another's word: after surgery it is the surgeon's. */
    public static Optional<Dose> of(Condition condition) {
        return switch (condition) {
            case LOW_BACK_PAIN -> dose(condition, FIRM, Phase.of(1, 10));
            case LOW_BACK_STRAIN -> dose(condition, FIRM, Phase.of(2, 8));
            case RADIATING_PAIN -> dose(condition, FIRM, Phase.of(1, 6));
            case NECK_PAIN -> dose(condition, FIRM, Phase.of(2, 8));
            case FIBROMYALGIA -> dose(condition, GENTLE, Phase.of(2, 10));
            case NERVE_PAIN -> dose(condition, GENTLE, Phase.of(3, 6), Phase.of(1, 4));
            case NERVE_PAIN_AFTER_SHINGLES -> dose(condition, GENTLE, Phase.of(1, 4));
            case KNEE_OR_HIP_ARTHRITIS -> dose(condition, FIRM, Phase.of(1, 8));
            case MUSCLE_KNOTS -> dose(condition, FIRM, Phase.of(1, 6));
            case TENSION_HEADACHE -> dose(condition, FIRM, Phase.of(2, 12));
            case MIGRAINE -> dose(condition, FIRM, Phase.of(1, 6));
            case PAIN_AFTER_SURGERY -> Optional.empty();
            case JAW_PAIN -> dose(condition, GENTLE, Phase.of(1, 6));
            case SHOULDER_PAIN -> dose(condition, FIRM, Phase.of(1, 6));
            case CHRONIC_PAIN_SYNDROME -> dose(condition, FIRM, Phase.of(1, 8));
        };
    }

    private static Optional<Dose> dose(Condition condition, Duration leastApart, Phase... phases) {
        var all = List.of(phases);
        int last = all.stream().mapToInt(Phase::visits).sum();
        return Optional.of(new Dose(condition.length(), all, leastApart, List.of(FIRST_REVIEW, last)));
    }
}
