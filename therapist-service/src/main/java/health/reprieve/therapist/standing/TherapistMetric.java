package health.reprieve.therapist.standing;

import static health.reprieve.telemetry.metric.Figure.gauge;

import health.reprieve.telemetry.metric.Figure;
import health.reprieve.telemetry.metric.Label;
import health.reprieve.telemetry.metric.Metric;
import health.reprieve.therapist.credential.CredentialStatus;

/** What is shown of this service; unknown while nobody can look. */
public enum TherapistMetric implements Metric {
    THERAPISTS(gauge("reprieve.therapist.therapists", "Therapists, by whether they can be offered to patients now.")
            .by(Label.of("offering", Offering.class))),
    CREDENTIALS(gauge("reprieve.therapist.credentials", "Credentials of those who work here, by how they stand.")
            .by(Label.of("status", CredentialStatus.class))),
    CREDENTIALS_ENDING(gauge(
                    "reprieve.therapist.credentials.ending",
                    "Credentials that are in force and whose last day comes so soon; the longer times hold the shorter ones.")
            .by(Label.of("within", EndsWithin.class)));

    @SuppressWarnings("ImmutableEnumChecker") // a record of copies; the checker knows only other libraries' lists
    private final Figure figure;

    TherapistMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
