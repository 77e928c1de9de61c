package health.reprieve.frontdoor.account;

import health.reprieve.access.AccountId;
import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.ReferrerId;
import health.reprieve.access.Role;
import health.reprieve.access.TherapistId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in. The ids of the domain stay when the address changes.
 *
 * @param patient set as soon as they have once signed in as a patient
 * @param work what they do here; null for somebody who only is a patient
 * @param disabledAt since when they can no longer sign in; null: they can
 */
public record Account(
        AccountId id,
        MailAddress email,
        @Nullable PatientId patient,
        @Nullable Work work,
        @Nullable Instant disabledAt) {

    /** What somebody does in the house. */
    public sealed interface Work {

        Role role();

        /**
         * The work that a role and the ids beside it stand for.
         *
         * @throws IllegalArgumentException if the role is no work, or its id is missing
         */
        static Work of(Role role, @Nullable UUID therapist, @Nullable UUID referrer) {
            return switch (role) {
                case THERAPIST -> new Therapist(new TherapistId(required(therapist)));
                case REFERRER -> new Referrer(new ReferrerId(required(referrer)));
                case FRONT_DESK -> new FrontDesk();
                case MANAGER -> new Manager();
                case OPERATOR -> new Operator();
                case VISITOR, PATIENT, MACHINE -> throw new IllegalArgumentException(role + " is no work");
            };
        }

        private static UUID required(@Nullable UUID id) {
            if (id == null) {
                throw new IllegalArgumentException("the work's id is missing");
            }
            return id;
        }

        /** Treats people. */
        record Therapist(TherapistId id) implements Work {
            @Override
            public Role role() {
                return Role.THERAPIST;
            }
        }

        /** Orders treatment and follows the progress of own patients. */
        record Referrer(ReferrerId id) implements Work {
            @Override
            public Role role() {
                return Role.REFERRER;
            }
        }

        /** Receives people. */
        record FrontDesk() implements Work {
            @Override
            public Role role() {
                return Role.FRONT_DESK;
            }
        }

        /** Sees to therapists, rules and licences. */
        record Manager() implements Work {
            @Override
            public Role role() {
                return Role.MANAGER;
            }
        }

        /** Keeps the system running. */
        record Operator() implements Work {
            @Override
            public Role role() {
                return Role.OPERATOR;
            }
        }
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** The role in which they sign in unless they ask to be a patient. */
    public Role usualRole() {
        return work == null ? Role.PATIENT : work.role();
    }

    /**
     * Who they are while they wear this hat in this browser; empty when the hat is not, or no longer, theirs, or they
     * have been switched off.
     */
    public Optional<Actor> wearing(Role hat, BrowserId browser) {
        if (isDisabled()) {
            return Optional.empty();
        }
        if (hat == Role.PATIENT) {
            return Optional.ofNullable(patient).map(id -> new Actor.Patient(id, email, browser));
        }
        return Optional.ofNullable(work)
                .filter(present -> present.role() == hat)
                .map(this::atWork);
    }

    private Actor atWork(Work present) {
        return switch (present) {
            case Work.Therapist therapist -> new Actor.Therapist(therapist.id());
            case Work.Referrer referrer -> new Actor.Referrer(referrer.id());
            case Work.FrontDesk desk -> new Actor.FrontDesk(id);
            case Work.Manager manager -> new Actor.Manager(id);
            case Work.Operator operator -> new Actor.Operator(id);
        };
    }
}
