package health.reprieve.bench.figure;

/** What a figure counts. */
public enum Unit {
    NANOSECONDS("ns"),
    MILLISECONDS("ms"),
    SECONDS("s"),
    MEGABYTES("MB"),
    PER_SECOND("/s"),
    COUNT("");

    private final String sign;

    Unit(String sign) {
        this.sign = sign;
    }

    /** As it stands behind a number; empty for what is merely counted. */
    public String sign() {
        return sign;
    }
}
