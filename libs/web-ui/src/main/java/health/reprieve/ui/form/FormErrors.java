package health.reprieve.ui.form;

import health.reprieve.ui.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;

/**
 * What is wrong with a form, in the order of its fields. Put it in the model as {@code errors}: the title then begins
 * with "Error:", the summary lists it, and each field shows its own.
 */
public record FormErrors(List<FormError> all) {

    private static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        all = List.copyOf(all);
    }

    /**
     * One thing that is wrong.
     *
     * @param field the name of the field that must be changed; the summary leads to it
     * @param message what to do about it
     */
    public record FormError(String field, MessageSourceResolvable message) {}

    /** Nothing is wrong. */
    public static FormErrors none() {
        return NONE;
    }

    /** One thing is wrong. */
    public static FormErrors of(String field, String key, Object... arguments) {
        return NONE.and(field, key, arguments);
    }

    /** What binding and Bean Validation found. */
    public static FormErrors of(BindingResult result) {
        return new FormErrors(result.getFieldErrors().stream()
                .map(error -> new FormError(error.getField(), error))
                .toList());
    }

    /** The same errors and one more. */
    public FormErrors and(String field, String key, Object... arguments) {
        var more = new ArrayList<>(all);
        more.add(new FormError(field, Text.of(key, arguments)));
        return new FormErrors(more);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What to say at a field; null when it is right. */
    public @Nullable MessageSourceResolvable on(String field) {
        return all.stream()
                .filter(error -> error.field().equals(field))
                .map(FormError::message)
                .findFirst()
                .orElse(null);
    }
}
