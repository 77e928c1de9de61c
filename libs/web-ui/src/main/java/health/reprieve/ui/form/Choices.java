package health.reprieve.ui.form;

import health.reprieve.ui.Text;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question with given answers: radio buttons, tick boxes, or a list that opens.
 *
 * @param name the form parameter; the first answer's element has it as its id
 * @param question what is asked
 * @param hint help below the question
 * @param options the answers in the order they are shown
 * @param chosen the values chosen already; nothing is chosen for anybody
 * @param several whether more than one answer may be given
 * @param titles whether the question is the page's title as well (its {@code h1})
 */
public record Choices(
        String name,
        Text question,
        @Nullable Text hint,
        List<Choice> options,
        Set<String> chosen,
        boolean several,
        boolean titles)
        implements Asked {

    public Choices {
        options = List.copyOf(options);
        chosen = Set.copyOf(chosen);
    }

    /** A question with one answer. */
    public static Choices one(String name, String questionKey, List<Choice> options) {
        return new Choices(name, Text.of(questionKey), null, options, Set.of(), false, false);
    }

    /** A question with any number of answers. */
    public static Choices several(String name, String questionKey, List<Choice> options) {
        return new Choices(name, Text.of(questionKey), null, options, Set.of(), true, false);
    }

    /** The same question with help below it. */
    public Choices hint(String key, Object... arguments) {
        return new Choices(name, question, Text.of(key, arguments), options, chosen, several, titles);
    }

    /** The same question with an answer given already. */
    public Choices holding(@Nullable String value) {
        return holding(value == null ? Set.of() : Set.of(value));
    }

    /** The same question with answers given already. */
    public Choices holding(Collection<String> values) {
        return new Choices(name, question, hint, options, Set.copyOf(values), several, titles);
    }

    /** The same question as the title of a page that asks nothing else. */
    public Choices asTitle() {
        return new Choices(name, question, hint, options, chosen, several, true);
    }

    /** Whether an answer has been given already. */
    public boolean holds(Choice option) {
        return chosen.contains(option.value());
    }
}
