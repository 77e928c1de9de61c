package health.reprieve.access;

import java.util.Optional;

/**
 * Who asks. Every query takes one, so that what is not theirs is not found, rather than found and then hidden.
 *
 * <p>One session wears one hat at a time: a therapist who books for herself does so as a patient.
 */
public sealed interface Actor {

    Role role();

    /** The browser in which they may draft and hold for themselves; staff and machines have none. */
    default Optional<BrowserId> ownBrowser() {
        return switch (this) {
            case Visitor visitor -> Optional.of(visitor.browser());
            case Patient patient -> Optional.of(patient.browser());
            case Therapist therapist -> Optional.empty();
            case FrontDesk desk -> Optional.empty();
            case Manager manager -> Optional.empty();
            case Referrer referrer -> Optional.empty();
            case Operator operator -> Optional.empty();
            case Machine machine -> Optional.empty();
        };
    }

    /** Somebody who has not signed in; known by the browser alone. */
    record Visitor(BrowserId browser) implements Actor {
        @Override
        public Role role() {
            return Role.VISITOR;
        }
    }

    /**
     * Somebody who is treated.
     *
     * @param email the address that this person proved when signing in
     * @param browser the browser they use now: what it held before they signed in is still theirs
     */
    record Patient(PatientId id, MailAddress email, BrowserId browser) implements Actor {
        @Override
        public Role role() {
            return Role.PATIENT;
        }
    }

    record Therapist(TherapistId id) implements Actor {
        @Override
        public Role role() {
            return Role.THERAPIST;
        }
    }

    record FrontDesk(AccountId account) implements Actor {
        @Override
        public Role role() {
            return Role.FRONT_DESK;
        }
    }

    record Manager(AccountId account) implements Actor {
        @Override
        public Role role() {
            return Role.MANAGER;
        }
    }

    record Referrer(ReferrerId id) implements Actor {
        @Override
        public Role role() {
            return Role.REFERRER;
        }
    }

    record Operator(AccountId account) implements Actor {
        @Override
        public Role role() {
            return Role.OPERATOR;
        }
    }

    /**
     * Another system of the clinic.
     *
     * @param name the name the clinic gave the system when it made the token
     */
    record Machine(String name) implements Actor {
        @Override
        public Role role() {
            return Role.MACHINE;
        }
    }
}
