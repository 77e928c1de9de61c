package health.reprieve.bench.engine;

import com.sun.management.OperatingSystemMXBean;
import health.reprieve.booking.slot.Offer;
import health.reprieve.booking.slot.Situation;
import health.reprieve.booking.slot.Slots;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What JMH measures: the engine on a large practice, and the bare walk over the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OpenTimes {

    /** The bar's own size; the growth is measured with others. */
    @Param("" + LargePractice.THERAPISTS)
    public int therapists;

    @Param("" + LargePractice.DAYS)
    public int days;

    private Situation situation = LargePractice.situation();
    private final Walk walk = Walk.over(situation);

    @Setup
    public void makeThePractice() {
        situation = LargePractice.situation(therapists, days);
    }

    /** What the whole JVM used of the processors, collecting its garbage too, and how often it answered meanwhile. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Used {

        public long processorNanos;
        public long answers;

        private long before;

        @Setup(Level.Iteration)
        public void begin() {
            answers = 0;
            before = processorTime();
        }

        @TearDown(Level.Iteration)
        public void end() {
            processorNanos = processorTime() - before;
        }

        private static long processorTime() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? system.getProcessCpuTime()
                    : -1;
        }
    }

    @Benchmark
    public List<Offer> engine(Used used) {
        used.answers++;
        return Slots.free(situation).all();
    }

    @Benchmark
    public long walk(Used used) {
        used.answers++;
        return walk.free();
    }
}
