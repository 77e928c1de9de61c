package health.reprieve.observability;

import static health.reprieve.observability.Panel.lines;
import static health.reprieve.observability.Query.mean;
import static health.reprieve.observability.Query.quantile;
import static health.reprieve.observability.Unit.A_SECOND;
import static health.reprieve.observability.Unit.COUNT;
import static health.reprieve.observability.Unit.SECONDS;

import health.reprieve.observability.Board.Row;
import java.util.List;

/** Whether what one service decides reaches the others and the patients. */
final class FlowBoard {

    private FlowBoard() {}

    static Board board() {
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
}
