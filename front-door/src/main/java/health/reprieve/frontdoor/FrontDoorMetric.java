package health.reprieve.frontdoor;

import static health.reprieve.telemetry.metric.Figure.counter;
import static health.reprieve.telemetry.metric.Figure.gauge;

import health.reprieve.access.Role;
import health.reprieve.frontdoor.limit.Scope;
import health.reprieve.frontdoor.route.ServiceBehind;
import health.reprieve.frontdoor.route.UpstreamAnswer;
import health.reprieve.frontdoor.signin.SignInResult;
import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;

/** What is shown of the front door. */
public enum FrontDoorMetric implements Metric {
    CODES(counter("reprieve.front.door.codes", "Sign-in codes that were asked for and sent on their way.")),
    SIGN_INS(counter("reprieve.front.door.sign.ins", "Codes that were entered, by what came of it.")
            .by(Label.of("result", SignInResult.class))),
    LIMITS_HIT(counter("reprieve.front.door.limits.hit", "Requests refused because something was done too often.")
            .by(Label.of("scope", Scope.class))),
    UPSTREAM_ANSWERS(counter("reprieve.front.door.upstream.answers", "Requests handed on, by how the service answered.")
            .by(Label.of("service", ServiceBehind.class))
            .by(Label.of("answer", UpstreamAnswer.class))),
    SESSIONS(gauge(
                    "reprieve.front.door.sessions",
                    "Sessions that are not over, in all instances together, by the hat they wear; unknown while nobody can look.")
            .by(Label.of("hat", Role.class)));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    FrontDoorMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
