package health.reprieve.observability;

import static health.reprieve.observability.Panel.bars;
import static health.reprieve.observability.Panel.lines;
import static health.reprieve.observability.Panel.number;

import health.reprieve.observability.Board.Row;
import java.util.List;

/** The boards: what waits for somebody today, whether news flows, whether the machines are well. */
public final class Boards {

    private static final String COUNT = "short";
    private static final String SECONDS = "s";
    private static final String A_SECOND = "ops";

    private Boards() {}

    /** All of them. */
    public static List<Board> all() {
        return List.of(today(), flow(), machines());
    }

    private static Board today() {
        return new Board(
                "today",
                "Today",
                "Is anybody waiting for me to do something?",
                List.of(
                        new Row("Waiting for a person", waitingForAPerson()),
                        new Row("The day", theDay()),
                        new Row("What people ask for", askedFor())));
    }

    private static List<Panel> waitingForAPerson() {
        return List.of(
                number(
                        "Mails that failed",
                        "Refused by the mail server, too late to be of use, or without a word after the last dot, in 24 hours: call these patients.",
                        COUNT,
                        "sum(increase(reprieve_notification_messages_total{state=~\"refused|expired|unknown\"}[24h]))"),
                number(
                        "Mails due and not sent",
                        "Due by now and not finished. More than a few for more than a minute means that patients wait.",
                        COUNT,
                        "sum(max by (template) (reprieve_notification_due))"),
                number(
                        "Events that lie aside",
                        "News that a service could not handle. Somebody has to look and send it again (docs/runbook.md).",
                        COUNT,
                        "sum(max by (topic) (reprieve_hearing_dead_letters))"),
                number(
                        "Licences ending in 30 days",
                        "Credentials in force whose last day comes within 30 days; their holders are not offered after it.",
                        COUNT,
                        "max(reprieve_therapist_credentials_ending{within=\"days-30\"})"),
                number(
                        "Therapists not permitted",
                        "Work here, and may not be offered to patients now: see the page of licences.",
                        COUNT,
                        "max(reprieve_therapist_therapists{offering=\"not-permitted\"})"),
                number(
                        "Last booking of the house itself",
                        "How long ago the synthetic booking worked, in the instance where that is longest. It runs once a minute; over five minutes, patients cannot book there either.",
                        SECONDS,
                        "max(time() - reprieve_booking_probe_last_success_timestamp_seconds)"),
                number(
                        "Alerts",
                        "How many fire now. docs/runbook.md says of each what to do.",
                        COUNT,
                        "count(ALERTS{alertstate=\"firing\"}) or vector(0)"));
    }

    private static List<Panel> theDay() {
        return List.of(
                bars(
                        "Visits of today",
                        "By where they stand, in all clinics together, each on its own calendar day.",
                        COUNT,
                        "max by (stage) (reprieve_booking_visits_today)",
                        "{{stage}}"),
                number(
                        "Visits in the next two hours",
                        "Begin within two hours from now.",
                        COUNT,
                        "max(reprieve_booking_visits_soon)"),
                bars(
                        "Rooms now",
                        "Whether somebody is treated there at this moment.",
                        COUNT,
                        "max by (state) (reprieve_booking_rooms)",
                        "{{state}}"),
                number(
                        "Times held now",
                        "Chosen by somebody who has not confirmed yet; each is free again after some minutes.",
                        COUNT,
                        "max(reprieve_booking_holds)"),
                bars(
                        "Therapists",
                        "By whether they can be offered to patients now.",
                        COUNT,
                        "max by (offering) (reprieve_therapist_therapists)",
                        "{{offering}}"),
                bars(
                        "Licences by their end",
                        "In force, and ending within so many days; the longer times hold the shorter ones.",
                        COUNT,
                        "max by (within) (reprieve_therapist_credentials_ending)",
                        "{{within}}"),
                bars(
                        "Credentials",
                        "Of those who work here, by how they stand.",
                        COUNT,
                        "max by (status) (reprieve_therapist_credentials)",
                        "{{status}}"));
    }

    private static List<Panel> askedFor() {
        return List.of(
                lines(
                        "Asked and granted",
                        "What people asked booking for and got, by what it was.",
                        A_SECOND,
                        "sum by (asked) (rate(reprieve_booking_requests_total{outcome=\"granted\"}[$__rate_interval]))",
                        "{{asked}}"),
                bars(
                        "Refused in 24 hours",
                        "Why a wish was not granted, without the reasons that nobody met.",
                        COUNT,
                        "topk(8, sum by (reason) (increase(reprieve_booking_refusals_total[24h])))",
                        "{{reason}}"),
                lines(
                        "Searches without a time",
                        "The share of searches that found no day with space.",
                        "percentunit",
                        "sum(rate(reprieve_booking_searches_empty_total[$__rate_interval])) / (sum(rate(reprieve_booking_search_seconds_count[$__rate_interval])) > 0) or vector(0)",
                        "without a time"),
                lines(
                        "Signing in",
                        "Codes that were entered, by what came of it. Many wrong ones may be somebody who guesses.",
                        A_SECOND,
                        "sum by (result) (rate(reprieve_front_door_sign_ins_total[$__rate_interval]))",
                        "{{result}}"),
                bars(
                        "People signed in",
                        "Sessions that are not over, by the hat they wear.",
                        COUNT,
                        "max by (hat) (reprieve_front_door_sessions)",
                        "{{hat}}"),
                lines(
                        "Too many tries",
                        "Requests refused because something was done too often, by what it was.",
                        A_SECOND,
                        "sum by (scope) (rate(reprieve_front_door_limits_hit_total[$__rate_interval]))",
                        "{{scope}}"));
    }

    private static Board flow() {
        return new Board(
                "flow",
                "Flow",
                "Does what one service decides reach the others and the patients, and how fast?",
                List.of(
                        new Row("From decision to news", decisionToNews()),
                        new Row("From news to knowledge", newsToKnowledge()),
                        new Row("From knowledge to mail", knowledgeToMail()),
                        new Row("The house books for itself", synthetic())));
    }

    private static List<Panel> decisionToNews() {
        return List.of(
                lines(
                        "Oldest news that waits",
                        "How long the oldest unpublished event of each service has waited. Usually below a tenth of a second; over a minute pages.",
                        SECONDS,
                        "max by (application) (reprieve_outbox_oldest_waiting_seconds)",
                        "{{application}}"),
                lines(
                        "News published",
                        "Events that Kafka acknowledged.",
                        A_SECOND,
                        "sum by (application) (rate(reprieve_outbox_published_total[$__rate_interval]))",
                        "{{application}}"),
                lines(
                        "News that waits",
                        "Events that are not published yet.",
                        COUNT,
                        "max by (application) (reprieve_outbox_waiting)",
                        "{{application}}"),
                lines(
                        "Sends that failed",
                        "Each is tried again.",
                        A_SECOND,
                        "sum by (application) (rate(reprieve_outbox_failed_total[$__rate_interval]))",
                        "{{application}}"),
                lines(
                        "Who publishes",
                        "How many instances hold the lease of each service's relay: one, always.",
                        COUNT,
                        "sum by (application) (reprieve_outbox_lease_held)",
                        "{{application}}"),
                lines(
                        "Lost races",
                        "Times that were free when looked at and taken when written, by what was taken. They are told as such, and nobody is double-booked.",
                        A_SECOND,
                        "sum by (resource) (rate(reprieve_booking_lost_races_total[$__rate_interval]))",
                        "{{resource}}"));
    }

    private static List<Panel> newsToKnowledge() {
        return List.of(
                lines(
                        "Behind, in seconds",
                        "How old the oldest event is that a service has not handled, as Kafka's brokers see it.",
                        SECONDS,
                        "max by (application, topic) (reprieve_hearing_lag_seconds)",
                        "{{application}} on {{topic}}"),
                lines(
                        "Behind, in events",
                        "How many events a service has not handled.",
                        COUNT,
                        "max by (application, topic) (reprieve_hearing_lag_records)",
                        "{{application}} on {{topic}}"),
                lines(
                        "Heard",
                        "Events that were handled, by what became of them: applied, repeated (already known) or outdated (a newer one is known).",
                        A_SECOND,
                        "sum by (handling) (rate(reprieve_hearing_handled_total[$__rate_interval]))",
                        "{{handling}}"),
                lines(
                        "Not handled at once",
                        "Deliveries that failed; each is tried again, or its event is put aside.",
                        A_SECOND,
                        "sum by (application, topic) (rate(reprieve_hearing_not_handled_total[$__rate_interval]))",
                        "{{application}} on {{topic}}"),
                lines(
                        "Put aside",
                        "Events that lie aside now, by topic.",
                        COUNT,
                        "max by (topic) (reprieve_hearing_dead_letters)",
                        "{{topic}}"),
                lines(
                        "Since Kafka was asked",
                        "How long ago each service last heard from Kafka how far it is; the figures beside are as old.",
                        SECONDS,
                        "max by (application) (reprieve_hearing_looked_seconds)",
                        "{{application}}"));
    }

    private static List<Panel> knowledgeToMail() {
        return List.of(
                lines(
                        "Mails by what became of them",
                        "Messages that came into a state.",
                        A_SECOND,
                        "sum by (state) (rate(reprieve_notification_messages_total[$__rate_interval]))",
                        "{{state}}"),
                lines(
                                "From event to mail",
                                "How long after its event half and nearly all mails were accepted by the mail server.",
                                SECONDS,
                                quantile("0.5", "reprieve_notification_mail_time_seconds_bucket", ""),
                                "half")
                        .and(quantile("0.99", "reprieve_notification_mail_time_seconds_bucket", ""), "99 of 100"),
                lines(
                        "Oldest mail that is due",
                        "How long ago the oldest unfinished mail should first have been sent. Over ten minutes pages.",
                        SECONDS,
                        "max by (template) (reprieve_notification_oldest_due_seconds)",
                        "{{template}}"),
                lines(
                        "What the mail server says",
                        "Its answers to mails.",
                        A_SECOND,
                        "sum by (answer) (rate(reprieve_notification_smtp_answers_total[$__rate_interval]))",
                        "{{answer}}"),
                lines(
                        "Mails not finished",
                        "By where they stand.",
                        COUNT,
                        "sum by (state) (max by (template, state) (reprieve_notification_open))",
                        "{{state}}"),
                lines(
                        "Sign-in codes",
                        "Codes that were asked for and sent on their way.",
                        A_SECOND,
                        "sum(rate(reprieve_front_door_codes_total[$__rate_interval]))",
                        "asked for"));
    }

    private static List<Panel> synthetic() {
        return List.of(
                lines(
                        "Bookings of the house",
                        "Once a minute it searches, books, sees and cancels as patients do, by what came of it.",
                        A_SECOND,
                        "sum by (outcome) (rate(reprieve_booking_probe_total[5m]))",
                        "{{outcome}}"),
                lines(
                        "How long they take",
                        "The mean of searching, booking, seeing and cancelling in the last half hour.",
                        SECONDS,
                        mean("reprieve_booking_probe_time_seconds"),
                        "mean of half an hour"),
                lines(
                        "Until their news is out",
                        "The mean time until the news of the cancellation was seen to be published, in the last half hour.",
                        SECONDS,
                        mean("reprieve_booking_probe_published_seconds"),
                        "mean of half an hour"));
    }

    private static Board machines() {
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

    /** Of the last half hour: since the start, a slow hour of today would drown in the days before. */
    private static String mean(String timer) {
        return "sum(increase(%s_sum[30m])) / sum(increase(%s_count[30m]))".formatted(timer, timer);
    }

    /** The mean of what was counted into buckets would hide the slow ones. */
    private static String quantile(String share, String buckets, String by) {
        return "histogram_quantile(%s, sum by (%sle) (rate(%s[$__rate_interval])))".formatted(share, by, buckets);
    }
}
