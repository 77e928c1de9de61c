package health.reprieve.booking.appointment.web;

import health.reprieve.booking.appointment.MovesRefused;
import health.reprieve.ui.problem.Problem;
import health.reprieve.ui.problem.ProblemSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Every visit that is in the way, each told by the problem that it would be alone. */
@Component
class MoveProblems implements ProblemSource {

    private final ObjectProvider<ProblemSource> others;

    MoveProblems(ObjectProvider<ProblemSource> others) {
        this.others = others;
    }

    @Override
    public @Nullable Problem of(Throwable failure) {
        return failure instanceof MovesRefused refused
                ? new Problem(
                        "visits-in-the-way",
                        HttpStatus.CONFLICT,
                        Map.of(
                                "visits",
                                refused.inTheWay().stream().map(this::told).toList()))
                : null;
    }

    private Map<String, Object> told(MovesRefused.InTheWay visit) {
        var alone = others.stream()
                .flatMap(source -> Optional.ofNullable(source.of(visit.why())).stream())
                .findFirst()
                .orElseThrow();
        var told = new LinkedHashMap<String, Object>();
        told.put("id", visit.visit().value());
        told.put("problem", alone.type());
        told.putAll(alone.extra());
        told.put("nearest", visit.nearest().stream().map(OfferView::of).toList());
        return told;
    }
}
