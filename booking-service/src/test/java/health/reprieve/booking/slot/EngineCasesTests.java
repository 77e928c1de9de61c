package health.reprieve.booking.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases with a known answer that lie as data in {@code engine-cases}. */
class EngineCasesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<EngineCase> cases() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:engine-cases/*.json");
        return Arrays.stream(files)
                .map(EngineCasesTests::read)
                .flatMap(section -> EngineCase.stream(section.get("cases")))
                .map(EngineCase::new);
    }

    @Test
    void everyCaseHasANameOfItsOwn() throws IOException {
        assertThat(cases().map(EngineCase::toString)).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theAnswerIsTheOneThatIsKnown(EngineCase known) {
        var expected = known.expected();
        if (expected.path("input").asString("").equals("refused")) {
            assertThatIllegalArgumentException().isThrownBy(known::situation);
            return;
        }
        var situation = known.situation();
        compareStarts(expected, situation);
        EngineCase.stream(expected.path("checks")).forEach(check -> compareCheck(check, situation));
    }

    private static void compareStarts(JsonNode expected, Situation situation) {
        var offers = Slots.offers(situation);
        var starts = offers.stream().map(offer -> offer.time().start()).toList();
        if (expected.has("starts")) {
            assertThat(starts)
                    .isEqualTo(EngineCase.stream(expected.get("starts"))
                            .map(EngineCase::instant)
                            .toList());
        }
        if (expected.has("count")) {
            assertThat(starts).hasSize(expected.get("count").asInt());
            assertThat(starts.getFirst()).isEqualTo(EngineCase.instant(expected.get("first")));
            assertThat(starts.getLast()).isEqualTo(EngineCase.instant(expected.get("last")));
        }
        if (expected.has("by")) {
            assertThat(offers.stream().map(Offer::therapist))
                    .containsExactlyElementsOf(EngineCase.stream(expected.get("by"))
                            .map(name -> EngineCase.therapist(name.asString()))
                            .toList());
        }
    }

    private static void compareCheck(JsonNode check, Situation situation) {
        var therapist = EngineCase.therapist(check.get("therapist").asString());
        var answer = Slots.check(situation, EngineCase.instant(check.get("start")), therapist);
        switch (answer) {
            case Verdict.Refused refused ->
                assertThat(refused.refusal().getClass().getSimpleName())
                        .isEqualTo(check.get("answer").asString());
            case Verdict.Offered offered -> {
                assertThat(check.get("answer").asString()).isEqualTo("Offered");
                if (check.has("until")) {
                    assertThat(offered.offer().time().end()).isEqualTo(EngineCase.instant(check.get("until")));
                }
            }
        }
    }

    private static JsonNode read(Resource file) {
        try (var content = file.getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
