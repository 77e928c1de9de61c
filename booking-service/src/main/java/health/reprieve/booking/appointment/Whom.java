package health.reprieve.booking.appointment;

import health.reprieve.access.TherapistId;
import java.util.Set;

/** By whom somebody wants to be treated. Where it may be several, one of them is chosen in the step that takes the time. */
public sealed interface Whom {

    /** By this therapist and nobody else. */
    record One(TherapistId therapist) implements Whom {}

    /** By any of these. */
    record AnyOf(Set<TherapistId> therapists) implements Whom {

        public AnyOf {
            therapists = Set.copyOf(therapists);
        }
    }

    /** By whoever works at the clinic. */
    record Anybody() implements Whom {}

    /** Whether it may be that therapist. */
    default boolean mayBe(TherapistId therapist) {
        return switch (this) {
            case One one -> one.therapist.equals(therapist);
            case AnyOf some -> some.therapists.contains(therapist);
            case Anybody anybody -> true;
        };
    }
}
