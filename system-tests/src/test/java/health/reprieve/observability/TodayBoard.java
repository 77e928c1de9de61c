package health.reprieve.observability;

import static health.reprieve.observability.Panel.bars;
import static health.reprieve.observability.Panel.lines;
import static health.reprieve.observability.Panel.number;
import static health.reprieve.observability.Unit.A_SECOND;
import static health.reprieve.observability.Unit.COUNT;
import static health.reprieve.observability.Unit.SECONDS;

import health.reprieve.observability.Board.Row;
import java.util.List;

/** What waits for a person, and how the day goes. */
final class TodayBoard {

    private TodayBoard() {}

    static Board board() {
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
}
