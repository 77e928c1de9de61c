package health.reprieve.observability;

import static health.reprieve.observability.Panel.bars;
import static health.reprieve.observability.Panel.lines;
import static health.reprieve.observability.Query.quantile;
import static health.reprieve.observability.Unit.A_SECOND;
import static health.reprieve.observability.Unit.COUNT;
import static health.reprieve.observability.Unit.SECONDS;

import health.reprieve.observability.Board.Row;
import java.util.List;

/** Whether services, databases and processes are well. */
final class MachinesBoard {

    private MachinesBoard() {}

    static Board board() {
        return new Board(
                "machines",
                "Machines",
                "Are the services, their databases and their memory well?",
                List.of(
                        new Row("Requests", requests()),
                        new Row("Databases", databases()),
                        new Row("Processes", processes())));
    }

    private static List<Panel> requests() {
        return List.of(
                lines(
                        "Requests",
                        "Answered, by service.",
                        "reqps",
                        "sum by (application) (rate(http_server_requests_seconds_count[$__rate_interval]))",
                        "{{application}}"),
                lines(
                        "Failures",
                        "The share of answers that were 5xx, by service. One in a thousand is promised.",
                        "percentunit",
                        "sum by (application) (rate(http_server_requests_seconds_count{outcome=\"SERVER_ERROR\"}[$__rate_interval])) / sum by (application) (rate(http_server_requests_seconds_count[$__rate_interval])) or sum by (application) (rate(http_server_requests_seconds_count[$__rate_interval])) * 0",
                        "{{application}}"),
                lines(
                        "Slowest of a hundred",
                        "99 of 100 answers were faster, by service. 300 ms are promised for booking.",
                        SECONDS,
                        quantile("0.99", "http_server_requests_seconds_bucket", "application, "),
                        "{{application}}"),
                bars(
                        "Slow routes",
                        "The mean time of the slowest routes in the last half hour.",
                        SECONDS,
                        "topk(8, sum by (application, uri) (increase(http_server_requests_seconds_sum[30m])) / sum by (application, uri) (increase(http_server_requests_seconds_count[30m])))",
                        "{{application}} {{uri}}"),
                lines(
                        "What services answer the front door",
                        "Requests handed on, by the service and its answer.",
                        "reqps",
                        "sum by (service, answer) (rate(reprieve_front_door_upstream_answers_total[$__rate_interval]))",
                        "{{service}}: {{answer}}"),
                bars("Up", "1 for each instance that shows its figures.", COUNT, "sum by (job) (up)", "{{job}}"));
    }

    private static List<Panel> databases() {
        return List.of(
                lines(
                        "A look through the pool",
                        "How long one SELECT 1 takes with the waiting for a connection: 99 of 100 are faster.",
                        SECONDS,
                        quantile("0.99", "reprieve_database_probe_seconds_bucket", "application, "),
                        "{{application}}"),
                lines(
                        "Looks without an answer",
                        "Probes that failed, by what kept the answer away.",
                        A_SECOND,
                        "sum by (application, kind) (rate(reprieve_database_probe_failures_total[$__rate_interval]))",
                        "{{application}}: {{kind}}"),
                lines(
                        "Works under way",
                        "Under way or waiting for a connection, by service.",
                        COUNT,
                        "sum by (application) (reprieve_database_works)",
                        "{{application}}"),
                lines(
                        "Refused as too busy",
                        "Works that were one too many.",
                        A_SECOND,
                        "sum by (application) (rate(reprieve_database_refused_total[$__rate_interval]))",
                        "{{application}}"),
                lines(
                        "Connections in use",
                        "Taken from the pool, by service.",
                        COUNT,
                        "sum by (application) (r2dbc_pool_acquired_connections)",
                        "{{application}}"),
                lines(
                        "Waiting for a connection",
                        "More than none for long: the pool is too small, or the database too slow.",
                        COUNT,
                        "sum by (application) (r2dbc_pool_pending_connections)",
                        "{{application}}"));
    }

    private static List<Panel> processes() {
        return List.of(
                lines(
                        "Processor",
                        "The share of the machine that each instance uses.",
                        "percentunit",
                        "max by (application, instance) (process_cpu_usage)",
                        "{{application}} {{instance}}"),
                lines(
                        "Heap",
                        "Memory that Java's objects take, by instance.",
                        "bytes",
                        "sum by (application, instance) (jvm_memory_used_bytes{area=\"heap\"})",
                        "{{application}} {{instance}}"),
                lines(
                        "Pauses",
                        "The share of time in which everything stood still for the collector of garbage, in the worst instance.",
                        "percentunit",
                        "max by (application) (sum by (application, instance) (rate(jvm_gc_pause_seconds_sum[$__rate_interval])))",
                        "{{application}}"),
                lines(
                        "Threads",
                        "Alive, by instance.",
                        COUNT,
                        "max by (application, instance) (jvm_threads_live_threads)",
                        "{{application}} {{instance}}"),
                lines(
                        "Room on the disk",
                        "Free where the service runs.",
                        "bytes",
                        "min by (application) (disk_free_bytes)",
                        "{{application}}"),
                lines(
                        "Uptime",
                        "Since each instance started: a line that falls is a restart.",
                        SECONDS,
                        "max by (application, instance) (process_uptime_seconds)",
                        "{{application}} {{instance}}"));
    }
}
