package health.reprieve.booking.draft.web;

import health.reprieve.booking.candidacy.Condition;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.ui.Text;
import health.reprieve.ui.form.Choice;
import health.reprieve.ui.form.Choices;
import java.util.Arrays;
import java.util.List;

/** The first page: where, and what hurts. */
record StartPage(Choices clinic, Choices condition) {

    static StartPage of(List<Clinic> clinics, StartForm form) {
        var places = clinics.stream()
                .map(clinic ->
                        Choice.plain(clinic.id().toString(), clinic.name()).hint(Text.plain(clinic.address())))
                .toList();
        var complaints = Arrays.stream(Condition.values())
                .map(condition -> Choice.of(condition.name(), ConditionWords.key(condition)))
                .toList();
        return new StartPage(
                Choices.one("clinic", "booking.start.clinic", places).holding(form.clinic()),
                Choices.one("condition", "booking.start.condition", complaints)
                        .hint("booking.start.condition.hint")
                        .holding(form.condition()));
    }
}
