package health.reprieve.cases;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For people: a line for each time. */
record TextReport(PrintStream out, boolean why) implements Report {

    @Override
    public void answered(Case asked, Answer answer, List<String> differences) {
        title(asked);
        var offered = answer.offered();
        offered.forEach(this::tell);
        out.printf("%d offered%n", offered.size());
        if (why) {
            var refused = answer.refused();
            refused.forEach(this::tell);
            out.printf("%d refused%n", refused.size());
        }
        differences.forEach(difference -> out.println("NOT AS EXPECTED  " + difference));
        if (differences.isEmpty() && !asked.expected().isEmpty()) {
            out.println("as expected");
        }
        out.println();
    }

    @Override
    public void refused(Case asked, @Nullable String why) {
        title(asked);
        out.printf("refused, as expected: %s%n%n", why);
    }

    private void title(Case asked) {
        if (!asked.toString().isEmpty()) {
            out.println(asked);
        }
    }

    private void tell(Answer.Offered offer) {
        var room = offer.room() == null ? "" : "  room " + offer.room();
        var swap = offer.swap();
        out.printf(
                "  offered  %s  %s  %s%s%s%n",
                offer.start(),
                offer.end(),
                offer.therapist(),
                room,
                swap == null ? "" : "  once %s is in room %s".formatted(swap.visit(), swap.to()));
    }

    private void tell(Answer.Refused refused) {
        for (var reason : refused.reasons()) {
            out.printf(
                    "  refused  %s  %s  %s: %s  (rule %s, lifted by %s)%n",
                    refused.start(),
                    refused.therapist(),
                    reason.code(),
                    reason.detail(),
                    reason.rule(),
                    reason.liftedBy().stream().map(Enum::name).collect(Collectors.joining(" or ")));
        }
    }
}
