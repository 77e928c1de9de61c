package health.reprieve.bench.figure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where and when figures were taken, and of what.
 *
 * @param processor as the maker calls it
 * @param loadBefore how many processes wanted a processor in the minute before; negative where nobody can tell
 * @param jvm options of the JVM that measures, and of all that runs inside it
 * @param commit of the sources, with a word if they were changed since
 */
public record Machine(
        int cores,
        String processor,
        int memoryMegabytes,
        double loadBefore,
        String system,
        String jdk,
        List<String> jvm,
        String commit,
        Instant date) {

    /** From here on, figures say more about what else was running. */
    private static final double QUIET = 0.5;

    public static Machine here(InstantSource clock) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                valueIn(Path.of("/proc/cpuinfo"), "model name", ":", System.getProperty("os.arch")),
                (int) (memory() / 1024 / 1024),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                valueIn(
                        Path.of("/etc/os-release"),
                        "PRETTY_NAME",
                        "=",
                        System.getProperty("os.name") + " " + System.getProperty("os.version")),
                System.getProperty("java.vendor.version", System.getProperty("java.version")),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                head(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether other work was running, which makes all figures worse than they are. */
    public boolean wasBusy() {
        return loadBefore > QUIET * cores;
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    /** The first value of that name in a file of names and values. */
    private static String valueIn(Path file, String name, String sign, String otherwise) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(sign) + 1)
                            .replace("\"", "")
                            .strip())
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }

    private static String head() {
        var head = git("rev-parse", "--short", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + ", changed since";
    }

    /** Empty where there is no repository, or no git. */
    private static String git(String... words) {
        try {
            var command = new ProcessBuilder("git");
            command.command().addAll(List.of(words));
            var process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
