package health.reprieve.therapist.oversight.web;

import health.reprieve.ui.form.FormErrors;

/** What was sent cannot be taken as it is. */
abstract sealed class BadRequest extends RuntimeException {

    private BadRequest(String message) {
        super(message);
    }

    /** A value of the address or a header makes no sense. */
    static final class BadValue extends BadRequest {

        private final String name;

        BadValue(String name) {
            super("a value that makes no sense: " + name);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    static final class Invalid extends BadRequest {

        private final FormErrors errors;

        Invalid(FormErrors errors) {
            super("a body that makes no sense");
            this.errors = errors;
        }

        FormErrors errors() {
            return errors;
        }
    }

    /** Whoever changes something must say which version of it they saw. */
    static final class VersionMissing extends BadRequest {
        VersionMissing() {
            super("If-Match is missing");
        }
    }
}
