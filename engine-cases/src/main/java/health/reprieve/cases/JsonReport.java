package health.reprieve.cases;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** For machines: a JSON document for each case, each on a line of its own. */
record JsonReport(PrintStream out, boolean why) implements Report {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param refused null: not asked for
     * @param differences from what the case expects
     */
    record Told(
            @Nullable String id,
            List<Answer.Offered> offered,
            @Nullable List<Answer.Refused> refused,
            List<String> differences) {}

    /** @param refusedInput why the case cannot be */
    record ToldRefusal(@Nullable String id, @Nullable String refusedInput) {}

    @Override
    public void answered(Case asked, Answer answer, List<String> differences) {
        tell(new Told(id(asked), answer.offered(), why ? answer.refused() : null, differences));
    }

    @Override
    public void refused(Case asked, @Nullable String reason) {
        tell(new ToldRefusal(id(asked), reason));
    }

    private void tell(Object told) {
        out.println(JSON.writeValueAsString(told));
    }

    private static @Nullable String id(Case asked) {
        return asked.json().path("id").asString(null);
    }
}
