package health.reprieve.therapist.profile;

import java.util.Locale;

/** A language that somebody can be treated in. */
public enum Language {
    EN,
    ES;

    /** ISO 639-1, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
