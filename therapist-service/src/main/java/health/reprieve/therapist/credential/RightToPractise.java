package health.reprieve.therapist.credential;

import health.reprieve.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one credential permits: the licence rule, the same for a page, a published state and a single visit. */
public record RightToPractise(Credential credential) {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /**
     * The spans in which it permits practice in its jurisdiction, in order, apart from each other. How old the last
     * look at the register may be when somebody asks stands beside them: {@link Verification#goodUntil()}.
     */
    public List<TimeRange> spans() {
        if (standing().isPresent()) {
            return List.of();
        }
        var spans = List.of(term());
        for (var interruption : credential.interruptions()) {
            spans = without(spans, interruption);
        }
        return spans;
    }

    /** Why it permits nothing whatever, today or later, as it stands. */
    public Optional<Obstacle> standing() {
        if (!credential.jurisdiction().recognises(credential.kind())) {
            return Optional.of(new Obstacle.KindNotRecognised(credential.kind(), credential.jurisdiction()));
        }
        if (credential.verification() == null) {
            return Optional.of(new Obstacle.NeverVerified());
        }
        return byStatus();
    }

    /**
     * What stands against a treatment; nothing if it is permitted from its first minute to its last.
     *
     * @param evaluatedAt when the question is asked: the look at the register must still be good then
     */
    public Optional<Obstacle> against(Practice practice, Instant evaluatedAt) {
        return Stream.of(
                        byPlace(practice),
                        standing(),
                        byAge(evaluatedAt),
                        byScope(practice),
                        byTerm(practice.when()),
                        byInterruption(practice.when()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What stands against practice in its own jurisdiction at this moment. */
    public Optional<Obstacle> at(Instant now) {
        return against(new Practice(TimeRange.startingAt(now, A_MOMENT), credential.jurisdiction(), false), now);
    }

    private TimeRange term() {
        return credential.term().at(credential.jurisdiction());
    }

    private Optional<Obstacle> byStatus() {
        var status = credential.status();
        return switch (status) {
            case ACTIVE -> Optional.empty();
            case ACTIVE_RESTRICTED ->
                credential.writtenOk() == null ? Optional.of(new Obstacle.NeedsWrittenOk()) : Optional.empty();
            case INACTIVE, EXPIRED, GRACE, SUSPENDED, REVOKED, PENDING, UNKNOWN ->
                Optional.of(new Obstacle.StatusForbids(status));
        };
    }

    private Optional<Obstacle> byPlace(Practice practice) {
        return practice.place() == credential.jurisdiction()
                ? Optional.empty()
                : Optional.of(new Obstacle.OtherJurisdiction(credential.jurisdiction(), practice.place()));
    }

    private Optional<Obstacle> byAge(Instant evaluatedAt) {
        return Optional.ofNullable(credential.verification())
                .map(Verification::goodUntil)
                .filter(goodUntil -> !evaluatedAt.isBefore(goodUntil))
                .map(Obstacle.VerificationTooOld::new);
    }

    private Optional<Obstacle> byScope(Practice practice) {
        return practice.diagnosed() && !credential.tier().treatsDiagnosedConditions()
                ? Optional.of(new Obstacle.NotForDiagnosedConditions(credential.tier()))
                : Optional.empty();
    }

    private Optional<Obstacle> byTerm(TimeRange when) {
        var term = term();
        if (when.start().isBefore(term.start())) {
            return Optional.of(new Obstacle.NotYetInForce(term.start()));
        }
        return when.end().isAfter(term.end()) ? Optional.of(new Obstacle.Ends(term.end())) : Optional.empty();
    }

    private Optional<Obstacle> byInterruption(TimeRange when) {
        return credential.interruptions().stream()
                .filter(each -> each.span().filter(when::overlaps).isPresent())
                .map(each -> (Obstacle) new Obstacle.Interrupted(each.status(), each.from(), each.until()))
                .findFirst();
    }

    private static List<TimeRange> without(List<TimeRange> spans, Interruption interruption) {
        return interruption
                .span()
                .map(gap -> spans.stream().flatMap(span -> around(span, gap)).toList())
                .orElse(spans);
    }

    private static Stream<TimeRange> around(TimeRange span, TimeRange gap) {
        if (!span.overlaps(gap)) {
            return Stream.of(span);
        }
        var rest = new ArrayList<TimeRange>();
        if (span.start().isBefore(gap.start())) {
            rest.add(new TimeRange(span.start(), gap.start()));
        }
        if (gap.end().isBefore(span.end())) {
            rest.add(new TimeRange(gap.end(), span.end()));
        }
        return rest.stream();
    }
}
