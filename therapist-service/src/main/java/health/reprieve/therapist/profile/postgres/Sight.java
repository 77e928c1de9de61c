package health.reprieve.therapist.profile.postgres;

import health.reprieve.access.Actor;
import java.util.UUID;

/**
 * Whom an actor may see, as a statement asks it: {@code (:everybody OR id = :self)}.
 *
 * @param self an id that nobody has, where the actor is no therapist
 */
record Sight(boolean everybody, UUID self) {

    private static final UUID NOBODY = new UUID(0, 0);

    static Sight of(Actor actor) {
        return switch (actor) {
            case Actor.Manager _ -> new Sight(true, NOBODY);
            case Actor.Therapist therapist -> new Sight(false, therapist.id().value());
            case Actor.Visitor _,
                    Actor.Patient _,
                    Actor.FrontDesk _,
                    Actor.Referrer _,
                    Actor.Operator _,
                    Actor.Machine _ -> new Sight(false, NOBODY);
        };
    }
}
