package health.reprieve.booking;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.ReferrerId;
import health.reprieve.access.Role;
import health.reprieve.access.TherapistId;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import java.time.Instant;
import java.util.UUID;

/**
 * What an operation of the matrix is asked about.
 *
 * @param id what stands for {@code {id}} in the operation's address
 * @param version of what has that id
 * @param owner the patient whose it is
 * @param clinic where it is, which is nobody else's
 * @param therapist who treats there
 * @param now when the operation can be done
 */
record MatrixSubject(UUID id, long version, Actor.Patient owner, Clinic clinic, KnownTherapist therapist, Instant now) {

    /** The same of something that is not there. */
    MatrixSubject missing() {
        return new MatrixSubject(UUID.randomUUID(), 1, owner, clinic, therapist, now);
    }

    /** Somebody of the role whose it is, where such a thing can be somebody's. */
    Actor own(Role role) {
        return switch (role) {
            case PATIENT -> owner;
            case THERAPIST -> new Actor.Therapist(therapist.id());
            case VISITOR, FRONT_DESK, MANAGER, REFERRER, OPERATOR, MACHINE -> stranger(role);
        };
    }

    /** Somebody of the role who has nothing to do with it. */
    static Actor stranger(Role role) {
        return switch (role) {
            case VISITOR -> Scene.visitor();
            case PATIENT -> Scene.patient();
            case THERAPIST -> new Actor.Therapist(TherapistId.random());
            case FRONT_DESK -> new Actor.FrontDesk(AccountId.random());
            case MANAGER -> new Actor.Manager(AccountId.random());
            case REFERRER -> new Actor.Referrer(ReferrerId.random());
            case OPERATOR -> new Actor.Operator(AccountId.random());
            case MACHINE -> new Actor.Machine("telephone");
        };
    }
}
