package health.reprieve.cases;

import health.reprieve.booking.slot.Horizon;
import health.reprieve.booking.slot.Margin;
import health.reprieve.booking.slot.Policy;
import health.reprieve.booking.slot.StartRule;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The policy of a case; every part of it may be missing. */
record PolicyPart(JsonNode json) {

    private static final int USUAL_GRID = 15;

    Policy policy() {
        return new Policy(
                starts(),
                margin(json.path("rest")),
                margin(json.path("turnover")),
                minutes(json.path("notice"), 0),
                horizon(json.path("horizon")));
    }

    private StartRule starts() {
        var packed = json.path("packed");
        if (packed.isMissingNode()) {
            return new StartRule.Grid(minutes(json.path("grid"), USUAL_GRID));
        }
        return new StartRule.Packed(packed.isInt() ? Optional.of(minutes(packed, 0)) : Optional.empty());
    }

    static Margin margin(JsonNode told) {
        return told.isObject()
                ? new Margin(minutes(told.path("before"), 0), minutes(told.path("after"), 0))
                : Margin.after(minutes(told, 0));
    }

    private static Horizon horizon(JsonNode told) {
        if (told.has("daysAhead")) {
            return new Horizon.DaysAhead(told.get("daysAhead").asInt());
        }
        if (told.has("businessDaysAhead")) {
            return new Horizon.BusinessDaysAhead(told.get("businessDaysAhead").asInt());
        }
        return told.has("until") ? new Horizon.Until(Clock.date(told.get("until"))) : new Horizon.Unlimited();
    }

    static Duration minutes(JsonNode told, int otherwise) {
        return Duration.ofMinutes(told.asInt(otherwise));
    }
}
