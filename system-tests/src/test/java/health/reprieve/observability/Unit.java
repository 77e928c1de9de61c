package health.reprieve.observability;

/** Units as Grafana names them. */
final class Unit {

    static final String COUNT = "short";
    static final String SECONDS = "s";
    static final String A_SECOND = "ops";

    private Unit() {}
}
