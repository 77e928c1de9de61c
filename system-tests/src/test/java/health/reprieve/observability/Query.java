package health.reprieve.observability;

/** Queries of which several panels have one. */
final class Query {

    private Query() {}

    /** Of the last half hour: since the start, a slow hour of today would drown in the days before. */
    static String mean(String timer) {
        return "sum(increase(%s_sum[30m])) / sum(increase(%s_count[30m]))".formatted(timer, timer);
    }

    /** The mean of what was counted into buckets would hide the slow ones. */
    static String quantile(String share, String buckets, String by) {
        return "histogram_quantile(%s, sum by (%sle) (rate(%s[$__rate_interval])))".formatted(share, by, buckets);
    }
}
