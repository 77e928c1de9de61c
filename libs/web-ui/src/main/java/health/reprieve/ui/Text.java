package health.reprieve.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** Words for a page: a message in every language, or a name or an address that is the same in all of them. */
public sealed interface Text extends MessageSourceResolvable {

    /**
     * A message of the bundles.
     *
     * @param key the message's key, such as {@code booking.you.name}
     * @param arguments what stands for {@code {0}}, {@code {1}} and so on in the message
     */
    static Text of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** Words that are shown as they are in every language: a person's name, a clinic's address, a formatted time. */
    static Text plain(String words) {
        return new Plain(words);
    }

    /** A message of the bundles; see {@link Text#of}. */
    record Message(String key, List<Object> values) implements Text {

        @Override
        public String[] getCodes() {
            return new String[] {key};
        }

        @Override
        public Object[] getArguments() {
            return values.toArray();
        }

        @Override
        public @Nullable String getDefaultMessage() {
            return null;
        }
    }

    /** Words that need no translation; see {@link Text#plain}. */
    record Plain(String words) implements Text {

        @Override
        public String @Nullable [] getCodes() {
            return null;
        }

        @Override
        public Object @Nullable [] getArguments() {
            return null;
        }

        @Override
        public String getDefaultMessage() {
            return words;
        }
    }
}
