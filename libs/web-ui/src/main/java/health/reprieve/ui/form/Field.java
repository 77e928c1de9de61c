package health.reprieve.ui.form;

import health.reprieve.ui.Text;
import org.jspecify.annotations.Nullable;

/**
 * One line (or box) to write in. Its error is not kept here: the fragment looks it up in the model's {@code errors},
 * so the words at the field and in the summary are the same.
 *
 * @param name the form parameter, and the element's id
 * @param label what to write here
 * @param hint help below the label
 * @param value what stands in it already
 * @param kind decides keyboard, width and browser checks
 * @param autocomplete the HTML autocomplete token, so that browsers and password managers can fill it in
 * @param longest the most characters that can be typed
 * @param optional whether the label says that it may stay empty
 */
public record Field(
        String name,
        Text label,
        @Nullable Text hint,
        String value,
        Kind kind,
        @Nullable String autocomplete,
        int longest,
        boolean optional)
        implements Asked {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 30;
    /** Six digits, and the spaces or words that come along when a code is pasted from a mail. */
    private static final int LONGEST_CODE = 20;

    private static final int LONGEST_BOX = 1_000;

    /** What kind of thing is written; the style decides how wide it is. */
    public enum Kind {
        TEXT("text", "text", null),
        EMAIL("email", "email", "email"),
        PHONE("tel", "phone", "tel"),
        CODE("text", "code", "numeric"),
        DATE("date", "date", null),
        BOX("textarea", "box", null);

        private final String type;
        private final String style;
        private final @Nullable String inputMode;

        Kind(String type, String style, @Nullable String inputMode) {
            this.type = type;
            this.style = style;
            this.inputMode = inputMode;
        }

        /** The HTML type. */
        public String type() {
            return type;
        }

        /** The last word of its CSS class. */
        public String style() {
            return style;
        }

        /** Which keyboard a phone shows. */
        public @Nullable String inputMode() {
            return inputMode;
        }

        /** Whether there are several lines. */
        public boolean tall() {
            return this == BOX;
        }

        /** Whether it is prose, in which spelling may be checked. */
        public boolean prose() {
            return this == TEXT || this == BOX;
        }
    }

    /** One line of text, such as a name. */
    public static Field text(String name, String labelKey) {
        return of(name, labelKey, Kind.TEXT, null, LONGEST_LINE);
    }

    /** The address of the person who fills in the form. */
    public static Field email(String name, String labelKey) {
        return of(name, labelKey, Kind.EMAIL, "email", LONGEST_EMAIL);
    }

    /** The number of the person who fills in the form. */
    public static Field phone(String name, String labelKey) {
        return of(name, labelKey, Kind.PHONE, "tel", LONGEST_PHONE);
    }

    /** A code from a message: wide digits, the number keyboard, filled in by the phone where it can. */
    public static Field code(String name, String labelKey) {
        return of(name, labelKey, Kind.CODE, "one-time-code", LONGEST_CODE);
    }

    /** A calendar date, sent as {@code 2027-03-02}. */
    public static Field date(String name, String labelKey) {
        return of(name, labelKey, Kind.DATE, null, LONGEST_LINE);
    }

    /** Several lines of text. */
    public static Field box(String name, String labelKey) {
        return of(name, labelKey, Kind.BOX, null, LONGEST_BOX);
    }

    private static Field of(String name, String labelKey, Kind kind, @Nullable String autocomplete, int longest) {
        return new Field(name, Text.of(labelKey), null, "", kind, autocomplete, longest, false);
    }

    /** The same field with help below its label. */
    public Field hint(String key, Object... arguments) {
        return new Field(name, label, Text.of(key, arguments), value, kind, autocomplete, longest, optional);
    }

    /** The same field with something in it already. */
    public Field holding(@Nullable String content) {
        var held = content == null ? "" : content;
        return new Field(name, label, hint, held, kind, autocomplete, longest, optional);
    }

    /** The same field with an HTML autocomplete token, such as {@code name}. */
    public Field autocomplete(String token) {
        return new Field(name, label, hint, value, kind, token, longest, optional);
    }

    /** The same field, taking at most so many characters. */
    public Field upTo(int characters) {
        return new Field(name, label, hint, value, kind, autocomplete, characters, optional);
    }

    /** The same field, saying that it may stay empty. */
    public Field orNothing() {
        return new Field(name, label, hint, value, kind, autocomplete, longest, true);
    }
}
