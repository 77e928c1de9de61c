package health.reprieve.local;

import health.reprieve.backing.CannotStart;
import java.io.PrintStream;
import java.util.Optional;

/** The command behind {@code ./run}. */
public final class Run {

    private static final int WRONG_USE = 2;
    private static final int CANNOT_START = 1;

    private Run() {}

    /** Starts the system the arguments ask for and leaves it running until the process is told to end. */
    public static void main(String[] arguments) {
        switch (Wish.of(arguments)) {
            case Wish.Help() -> System.out.print(Wish.help());
            case Wish.NotUnderstood(String sentence) -> end(WRONG_USE, sentence);
            case Wish.Start(Settings settings, boolean reset) -> start(settings, reset);
        }
    }

    private static void start(Settings settings, boolean reset) {
        PrintStream out = System.out;
        LocalStack stack = new LocalStack(settings, Progress.lines(out));
        var cache = StartCache.asked();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cache, stack), "stop"));
        try {
            if (reset) {
                Kept.throwAway(settings.directory());
            }
            stack.start();
            out.print(Welcome.to(settings));
            cache.ifPresent(StartCache::makeIfMissing);
        } catch (LocalStack.Stopped ctrlC) {
            // the hook is stopping what had been started
        } catch (CannotStart refused) {
            end(CANNOT_START, refused.sentence());
        } catch (RuntimeException | Error unexpected) {
            end(
                    CANNOT_START,
                    "Reprieve could not start: %s. The log in %s tells more."
                            .formatted(unexpected, settings.directory().resolve("log")));
        }
    }

    private static void stop(Optional<StartCache> cache, LocalStack stack) {
        cache.ifPresent(StartCache::close);
        stack.close();
    }

    private static void end(int status, String sentence) {
        System.err.println(sentence);
        System.exit(status);
    }
}
