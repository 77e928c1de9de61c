package health.reprieve.ui.part;

import health.reprieve.ui.Text;

/**
 * A state in a word or two. It is told by words and icon; the colour only repeats it.
 *
 * @param kind which icon and colour
 * @param text the state
 */
public record Tag(Kind kind, Text text) {

    /** How much a state wants to be noticed. */
    public enum Kind {
        INFO("info"),
        WARN("warn"),
        STOP("stop"),
        DONE("done");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** Its name in fragments and CSS classes. */
        public String style() {
            return style;
        }
    }

    /** A state whose words come from the bundles. */
    public static Tag of(Kind kind, String key) {
        return new Tag(kind, Text.of(key));
    }
}
