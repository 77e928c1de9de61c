package health.reprieve.cases;

import static health.reprieve.cases.CaseFile.elements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what a case expects. */
final class Expectation {

    private final JsonNode expected;
    private final Clock clock;
    private final List<String> differences = new ArrayList<>();

    private Expectation(Case asked) {
        this.expected = asked.expected();
        this.clock = asked.clock();
    }

    /** What is otherwise than expected, in sentences; none: all is as expected. */
    static List<String> differences(Case asked, Answer answer) {
        var expectation = new Expectation(asked);
        expectation.compare(answer);
        return List.copyOf(expectation.differences);
    }

    private void compare(Answer answer) {
        if (expected.has("input")) {
            differences.add("expected to be refused, and was answered");
        }
        var offered = answer.offered();
        var starts = offered.stream().map(offer -> offer.start().toInstant()).toList();
        if (expected.has("starts")) {
            require("starts", elements(expected.get("starts")).map(clock::time).toList(), starts);
        }
        if (expected.has("count")) {
            require("count", expected.get("count").asInt(), starts.size());
        }
        if (expected.has("first")) {
            require("first", clock.time(expected.get("first")), starts.isEmpty() ? null : starts.getFirst());
        }
        if (expected.has("last")) {
            require("last", clock.time(expected.get("last")), starts.isEmpty() ? null : starts.getLast());
        }
        if (expected.has("by")) {
            require(
                    "by",
                    elements(expected.get("by")).map(JsonNode::asString).toList(),
                    offered.stream().map(Answer.Offered::therapist).toList());
        }
        expected.path("daysToThirdNext")
                .properties()
                .forEach(third -> require(
                        "days to the third next of " + third.getKey(),
                        third.getValue().asDouble(),
                        answer.daysToThirdNext(third.getKey())));
        elements(expected.path("checks")).forEach(check -> compare(check, answer));
    }

    private void compare(JsonNode check, Answer answer) {
        var therapist = check.get("therapist").asString();
        var about = therapist + " at " + check.get("start").asString();
        var start = start(check);
        if (start == null) {
            require(about, check.get("answer").asString(), "no-such-time");
            return;
        }
        require(about, check.get("answer").asString(), answer.check(start, therapist));
        var offer = answer.offer(start, therapist);
        if (check.has("until")) {
            require(
                    about + " until",
                    clock.time(check.get("until")),
                    offer == null ? null : offer.end().toInstant());
        }
        if (check.has("room")) {
            require(about + " in room", check.get("room").asString(), offer == null ? null : offer.room());
        }
        if (check.has("swap")) {
            var swap = offer == null ? null : offer.swap();
            require(about + " swapping", check.get("swap").asString(), swap == null ? null : swap.visit());
        }
    }

    /** Null: the clock never shows it, or twice. */
    private @Nullable Instant start(JsonNode check) {
        try {
            return clock.time(check.get("start"));
        } catch (CaseRefused notOneInstant) {
            return null;
        }
    }

    private void require(String what, Object wanted, @Nullable Object found) {
        if (!Objects.equals(wanted, found)) {
            differences.add("%s: expected %s, found %s".formatted(what, wanted, found));
        }
    }
}
