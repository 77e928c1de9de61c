package health.reprieve.notification.appointment.email;

import health.reprieve.notification.message.Stationery;
import java.util.Locale;
import java.util.Map;

/** Stationery of which a calendar needs no more than the summary. */
final class SummaryOnly implements Stationery {

    @Override
    public Sheet fill(String name, Locale language, Map<String, Object> values) {
        throw new UnsupportedOperationException("a calendar has no sheets");
    }

    @Override
    public String phrase(String key, Locale language, Object... values) {
        return values[0] + ": appointment";
    }
}
