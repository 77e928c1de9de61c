package health.reprieve.booking.draft.web;

import health.reprieve.booking.candidacy.Condition;
import health.reprieve.ui.Text;
import java.util.Locale;

/** What hurts, in the patient's words. */
final class ConditionWords {

    private ConditionWords() {}

    static String key(Condition condition) {
        return "booking.condition." + condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Text of(Condition condition) {
        return Text.of(key(condition));
    }
}
