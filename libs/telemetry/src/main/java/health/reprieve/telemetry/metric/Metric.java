package health.reprieve.telemetry.metric;

/**
 * One figure that is shown to operators. Each service and each library that measures has one enum of them, and that enum
 * is the whole list: {@link Meters} registers nothing else.
 */
public interface Metric {

    /** What is shown, and by what it is split. */
    Figure figure();
}
