package health.reprieve.booking.draft.web;

import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Why a patient is back at the times after having chosen one. */
enum Setback {
    /** The time was kept for ten minutes, or given back meanwhile. */
    LAPSED("booking.times.lapsed"),
    /** The patient turned out to have another visit then. */
    BUSY("booking.times.busy"),
    /** The patient holds times elsewhere, as many as may be. */
    MANY("booking.times.many");

    private final String key;

    Setback(String key) {
        this.key = key;
    }

    /** Its name in addresses. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the page says, in the bundles. */
    String key() {
        return key;
    }

    /** Reads it from an address. */
    @Component
    static final class Reader implements Converter<String, Setback> {
        @Override
        public Setback convert(String text) {
            return Setback.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
