package health.reprieve.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells answers. */
interface Report {

    /** @param differences from what the case expects; none when it expects just this, or nothing */
    void answered(Case asked, Answer answer, List<String> differences);

    /** The case cannot be, and expects that. */
    void refused(Case asked, @Nullable String why);
}
