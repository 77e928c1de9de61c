package health.reprieve.booking.appointment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step from every stage by everybody, against the table of the README. */
class StepTests {

    private static final Instant NOW = SampleVisits.FIRST_TIME.start();
    private static final Flares NONE_YET = new Flares(0, 2);
    private static final Appointment BOOKED = SampleVisits.booked().after();

    /** One of each kind, with all that the clock may ask for. */
    private static final List<Step> STEPS = List.of(
            new Step.Request("on the phone"),
            new Step.Book("on the phone"),
            new Step.Approve(),
            new Step.Decline("no time"),
            new Step.CheckIn(),
            new Step.Start(),
            new Step.Complete(),
            new Step.Miss(),
            new Step.Cancel(CancelReason.FLARE, "fell ill", NONE_YET),
            new Step.Move(SampleVisits.SECOND_TIME, SampleVisits.ROOM_2, "fell ill"),
            new Step.LoseSpace(Loss.ROOM),
            new Step.Reassign(BOOKED.therapist(), SampleVisits.ROOM_2, SampleVisits.SECOND_TIME, "a colleague"),
            new Step.Correct("a wrong click"));

    private static final List<Status> STATUSES = List.of(
            new Status.Requested(),
            new Status.Booked(),
            new Status.CheckedIn(),
            new Status.InProgress(),
            new Status.Completed(),
            new Status.Missed(),
            new Status.Cancelled(NOW, Canceller.PATIENT, CancelReason.OTHER_PLANS, false),
            new Status.NeedsReassignment(NOW, Loss.THERAPIST));

    private static final Map<String, Row> TABLE = table();

    private record Row(Set<Stage> from, @Nullable Stage to, Set<Doer.Kind> by, boolean again) {}

    @Test
    void theTableHasEveryStepAndNoOther() {
        assertThat(kindsOf(STEPS)).isEqualTo(Set.of(Step.class.getPermittedSubclasses()));
        assertThat(kindsOf(STATUSES)).isEqualTo(Set.of(Status.class.getPermittedSubclasses()));
        assertThat(TABLE.keySet())
                .isEqualTo(STEPS.stream().map(step -> step.rule().step()).collect(Collectors.toSet()));
    }

    static Stream<Arguments> everyStepFromEverywhereByEverybody() {
        return STEPS.stream()
                .filter(step -> !(step instanceof Step.Request || step instanceof Step.Book))
                .flatMap(step -> STATUSES.stream()
                        .flatMap(status ->
                                Arrays.stream(Doer.Kind.values()).map(kind -> Arguments.of(step, status, kind))));
    }

    @ParameterizedTest(name = "{2}: {0} from {1}")
    @MethodSource("everyStepFromEverywhereByEverybody")
    void theTableIsTheRule(Step step, Status status, Doer.Kind kind) {
        var row = requireNonNull(TABLE.get(step.rule().step()));
        var visit = standing(status);
        var earlyEnough = kind == Doer.Kind.PATIENT ? SampleVisits.BOOKED_AT : NOW;

        if (!row.by.contains(kind)) {
            assertThatExceptionOfType(BookingRefused.NotPermitted.class)
                    .isThrownBy(() -> visit.take(step, doer(kind), earlyEnough));
        } else if (row.again && row.to == status.stage()) {
            assertThat(visit.take(step, doer(kind), earlyEnough)).isEqualTo(Change.none(visit));
        } else if (row.from.contains(status.stage())) {
            var after = visit.take(step, doer(kind), earlyEnough).after();
            assertThat(after.stage()).isEqualTo(row.to == null ? status.stage() : row.to);
            assertThat(after.version()).isEqualTo(visit.version() + 1);
        } else {
            assertThatExceptionOfType(BookingRefused.class)
                    .isThrownBy(() -> visit.take(step, doer(kind), earlyEnough))
                    .isInstanceOfAny(BookingRefused.NotInThatState.class, BookingRefused.NoLongerBooked.class);
        }
    }

    static Stream<Arguments> everyBookingByEverybody() {
        return Stream.of("REQUEST", "BOOK")
                .flatMap(step -> Arrays.stream(Doer.Kind.values()).map(kind -> Arguments.of(step, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyBookingByEverybody")
    void onlyThoseOfTheTableBook(String name, Doer.Kind kind) {
        var row = requireNonNull(TABLE.get(name));
        var draft = new Appointment.Draft(
                BOOKED.time(),
                BOOKED.patient(),
                BOOKED.therapist(),
                BOOKED.clinic(),
                BOOKED.room(),
                SampleVisits.massage(Duration.ZERO, name.equals("REQUEST")),
                BOOKED.condition(),
                null);

        if (row.by.contains(kind)) {
            var booked = Appointment.book(BOOKED.id(), draft, draft.step(null), doer(kind), NOW);
            assertThat(booked.after().stage()).isEqualTo(row.to);
        } else {
            assertThatExceptionOfType(BookingRefused.NotPermitted.class)
                    .isThrownBy(() -> Appointment.book(BOOKED.id(), draft, draft.step(null), doer(kind), NOW));
        }
    }

    @Test
    void noStepButAMoveLeadsFromAStageToItself() {
        assertThat(TABLE.values()).allSatisfy(row -> assertThat(row.from).doesNotContain(orNone(row.to)));
    }

    private static Set<Class<?>> kindsOf(List<?> samples) {
        return samples.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Stage orNone(@Nullable Stage to) {
        return to == null ? Stage.CANCELLED : to;
    }

    private static Doer doer(Doer.Kind kind) {
        return kind == Doer.Kind.HOUSE ? Doer.HOUSE : new Doer(kind, UUID.randomUUID());
    }

    private static Appointment standing(Status status) {
        return new Appointment(
                BOOKED.id(),
                7,
                status,
                BOOKED.time(),
                BOOKED.patient(),
                BOOKED.therapist(),
                BOOKED.clinic(),
                BOOKED.room(),
                BOOKED.treatment(),
                BOOKED.condition(),
                3,
                BOOKED.bookedAt(),
                null);
    }

    private static Map<String, Row> table() {
        try (var lines = Files.lines(Path.of("README.md"))) {
            return lines.dropWhile(line -> !line.startsWith("| step |"))
                    .takeWhile(line -> line.startsWith("|"))
                    .filter(line -> line.matches("\\| [A-Z_]+ \\|.*"))
                    .map(line -> line.split("\\|", -1))
                    .collect(Collectors.toMap(
                            cells -> cells[1].strip(),
                            cells -> new Row(
                                    words(cells[2]).map(Stage::valueOf).collect(Collectors.toSet()),
                                    cells[3].contains("same") ? null : Stage.valueOf(cells[3].strip()),
                                    words(cells[4]).flatMap(StepTests::kinds).collect(Collectors.toSet()),
                                    cells[5].strip().equals("yes"))));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Stream<Doer.Kind> kinds(String word) {
        return word.equals("staff")
                ? Stream.of(Doer.Kind.FRONT_DESK, Doer.Kind.MANAGER)
                : Stream.of(Doer.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip);
    }
}
