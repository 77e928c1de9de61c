package health.reprieve.ui.form;

import health.reprieve.ui.Text;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** Anything a form asks for. Ties what is asked to its hint and its error for those who cannot see them side by side. */
public sealed interface Asked permits Field, Choices, Tick {

    /** The form parameter, and the element's id. */
    String name();

    /** Help beside it. */
    @Nullable Text hint();

    /** The ids for {@code aria-describedby}; null when there is neither hint nor error. */
    default @Nullable String describedBy(@Nullable MessageSourceResolvable error) {
        var ids = new ArrayList<String>();
        if (hint() != null) {
            ids.add(name() + "-hint");
        }
        if (error != null) {
            ids.add(name() + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
