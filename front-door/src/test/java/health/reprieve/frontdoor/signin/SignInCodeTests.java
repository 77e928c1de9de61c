package health.reprieve.frontdoor.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.reprieve.access.BrowserId;
import health.reprieve.frontdoor.key.KeyedHash;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInCodeTests {

    private static final KeyedHash KEY = KeyedHash.of("a secret of more than thirty-two characters");
    private static final BrowserId BROWSER = BrowserId.random();

    @Test
    void codesAreSixPlainDigitsAndUnlikeEachOther() {
        var codes = Stream.generate(SignInCode::random).limit(2_000).collect(Collectors.toSet());

        assertThat(codes).allMatch(code -> code.digits().matches("[0-9]{6}"));
        assertThat(codes).as("a thousandth of all codes repeats seldom").hasSizeGreaterThan(1_950);
    }

    @Test
    void theHashDependsOnTheCodeTheBrowserAndTheKey() {
        var code = new SignInCode("012345");
        var hash = code.hash(KEY, BROWSER);

        assertThat(hash)
                .isEqualTo(new SignInCode("012345").hash(KEY, BROWSER))
                .isNotEqualTo(new SignInCode("012346").hash(KEY, BROWSER))
                .isNotEqualTo(code.hash(KEY, BrowserId.random()))
                .isNotEqualTo(code.hash(KeyedHash.of("another secret of thirty-two characters"), BROWSER));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> KeyedHash.of("too short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTextOfACodeHidesIt() {
        assertThat(new SignInCode("012345").toString()).doesNotContain("012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/visits", "/book/check?x=1&y=2", "/team/licences#here"})
    void aPathOfOursIsOne(String path) {
        assertThat(LocalPath.parse(path)).contains(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "visits",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/visits\\..",
                "/a b",
                "/a\tb",
                "/a\r\nLocation: x",
                "/\u2028",
                "/{name}",
                "http://evil.example",
                "javascript:alert(1)",
            })
    void whatLeadsElsewhereIsNone(String path) {
        assertThat(LocalPath.parse(path)).isEmpty();
    }

    @Test
    void aPathOfEndlessLengthIsNone() {
        assertThat(LocalPath.parse("/" + "a".repeat(500))).isEmpty();
    }

    @Test
    void bookingAndOnesOwnVisitsMakeEverybodyAPatient() {
        assertThat(Stream.of(
                                "/book",
                                "/book/check",
                                "/book?x=1",
                                "/visits",
                                "/visits/7",
                                "/visits?page=2",
                                "/waiting-list/offers/7")
                        .map(LocalPath::new))
                .allMatch(LocalPath::isForPatients);
        assertThat(Stream.of("/", "/bookings", "/visitsandmore", "/waiting-lists", "/desk/book", "/desk/visits")
                        .map(LocalPath::new))
                .noneMatch(LocalPath::isForPatients);
    }
}
