package health.reprieve.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** What the person at the command line wants. */
sealed interface Wish {

    /** @param reset whether to throw away everything kept before starting */
    record Start(Settings settings, boolean reset) implements Wish {}

    record Help() implements Wish {}

    /** @param sentence what was not understood */
    record NotUnderstood(String sentence) implements Wish {}

    /** The same text that {@code ./run --help} prints without building anything first. */
    static String help() {
        try (var text = Objects.requireNonNull(Wish.class.getResourceAsStream("help.txt"), "help.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Wish of(String... arguments) {
        Deque<String> rest = words(arguments);
        Settings settings = Settings.usual();
        boolean reset = false;
        try {
            while (!rest.isEmpty()) {
                String option = rest.pop();
                switch (option) {
                    case "--help", "-h" -> {
                        return new Help();
                    }
                    case "--reset" -> reset = true;
                    case "--no-demo" -> settings = settings.withoutDemo();
                    case "--data" -> settings = settings.in(Path.of(value(option, rest)));
                    case "--port" -> settings = settings.at(settings.ports().withFrontDoor(number(option, rest)));
                    case "--move-ports" ->
                        settings = settings.at(settings.ports().movedBy(number(option, rest)));
                    default -> throw new IllegalArgumentException("There is no option " + option + ".");
                }
            }
            return checked(settings, reset);
        } catch (IllegalArgumentException refused) {
            return new NotUnderstood("%s ./run --help tells which there are.".formatted(refused.getMessage()));
        }
    }

    /** Both {@code --port 80} and {@code --port=80} are two words. */
    private static Deque<String> words(String... arguments) {
        Deque<String> words = new ArrayDeque<>();
        for (String argument : arguments) {
            words.addAll(argument.startsWith("--") ? List.of(argument.split("=", 2)) : List.of(argument));
        }
        return words;
    }

    private static Wish checked(Settings settings, boolean reset) {
        settings.ports().byName().forEach((name, port) -> {
            if (port < 1024 || port > 65535) {
                throw new IllegalArgumentException(
                        "Port %d for %s is not between 1024 and 65535.".formatted(port, name));
            }
        });
        if (settings.ports().byName().values().stream().distinct().count()
                < settings.ports().byName().size()) {
            throw new IllegalArgumentException("Port %d is used by another part of the system."
                    .formatted(settings.ports().frontDoor()));
        }
        return new Start(settings, reset);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().isEmpty() || rest.peek().startsWith("--")) {
            throw new IllegalArgumentException("The option " + option + " needs a value.");
        }
        return rest.pop();
    }

    private static int number(String option, Deque<String> rest) {
        String text = value(option, rest);
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("The option %s needs a number, not %s.".formatted(option, text));
        }
        return Integer.parseInt(text);
    }
}
