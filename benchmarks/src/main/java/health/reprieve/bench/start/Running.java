package health.reprieve.bench.start;

import health.reprieve.bench.load.Caller;
import health.reprieve.bench.load.Line;
import health.reprieve.bench.stage.Processes;
import health.reprieve.local.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** One {@code ./run}. */
final class Running implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final String WELCOME = "Reprieve is up";
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final Process process;
    private final int frontDoor;
    private final Path log;
    private final long began;

    private Running(Process process, int frontDoor, Path log, long began) {
        this.process = process;
        this.frontDoor = frontDoor;
        this.log = log;
        this.began = began;
    }

    /** @param movedBy how far its ports are from the usual ones */
    static Running start(Path data, int movedBy, Path log) throws IOException {
        long began = System.nanoTime();
        var process = new ProcessBuilder("./run", "--data", data.toString(), "--move-ports", "" + movedBy)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Running(process, PortPlan.usual().frontDoor() + movedBy, log, began);
    }

    /** How long it took from the command to the answer of the first page. */
    Duration awaitFirstPage() throws IOException, InterruptedException {
        var request = Caller.get("/book");
        return await(() -> answers(request));
    }

    /** How long it took from the command until it says that all of it is up. */
    Duration awaitWelcome() throws IOException, InterruptedException {
        return await(() -> Files.readString(log).contains(WELCOME));
    }

    @FunctionalInterface
    private interface Condition {

        boolean holds() throws IOException;
    }

    private Duration await(Condition condition) throws IOException, InterruptedException {
        while (!condition.holds()) {
            if (!process.isAlive() || sinceStart().compareTo(LONGEST_START) > 0) {
                throw new IOException("./run did not start: " + String.join(" / ", Files.readAllLines(log)));
            }
            Thread.sleep(LOOK_EVERY);
        }
        return sinceStart();
    }

    private boolean answers(byte[] request) {
        try (var line = Line.to(frontDoor, LONGEST_ANSWER)) {
            return line.ask(request).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What its JVM holds in memory; PostgreSQL's processes are not in it. Empty where the system does not tell. */
    OptionalLong residentMegabytes() {
        try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    /** Asks it to end as Ctrl-C does, and returns when all it has started has ended too. */
    @Override
    public void close() {
        Processes.endTree(process.toHandle(), LONGEST_END);
    }
}
