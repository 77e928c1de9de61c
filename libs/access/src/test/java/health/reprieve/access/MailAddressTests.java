package health.reprieve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    private static final String LONGEST_NAME = "a".repeat(64);

    @Test
    void spellingsOfOneAddressAreOneAddress() {
        assertThat(new MailAddress("  Rosa.Delgado@Example.ORG\t").value()).isEqualTo("rosa.delgado@example.org");
        assertThat(new MailAddress("ROSA@example.org")).isEqualTo(new MailAddress("rosa@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "rosa+clinic@example.org",
                "o'brien@example.org",
                "rosa_d-1@mail.example.co.uk",
                "x=y/z@example.org",
                "!#$%&'*+/=?^_`{|}~-@example.org",
                "rosa@example.xn--p1ai"
            })
    void anAddressThatPeopleHaveIsFine(String address) {
        assertThat(new MailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "rosa",
                "rosa@",
                "@example.org",
                "rosa@example",
                "rosa@.org",
                "rosa@example.o",
                "rosa@@example.org",
                "rosa@home@example.org",
                "ro sa@example.org",
                "rosa@exam ple.org",
                "<rosa@example.org>",
                "Rosa <rosa@example.org>",
                "rosa@example.org,ana@example.org",
                "rosa@example.org;ana@example.org",
                "\"rosa\"@example.org",
                "rosa@[127.0.0.1]",
                "rosa@example.org\nBcc: ana@example.org",
                "rosa\r@example.org",
                "rosa\u0000@example.org",
                "rosa\u0085@example.org",
                "rosa\u00a0d@example.org",
                "rosa\u2028d@example.org",
                "rosa\u200bd@example.org",
                "rosa\u202ed@example.org",
                "rosa@exam\u00a0ple.org",
                "rosa@exam\u200bple.org",
                "josé@example.org",
                ".rosa@example.org",
                "rosa.@example.org",
                "rosa..d@example.org",
                "rosa@example..org",
                "rosa@example.org.",
                "rosa@-example.org",
                "rosa@example-.org",
                "rosa@exa_mple.org",
                "rosa@127.0.0.1",
                "rosa@xn--\u00e9.org"
            })
    void whatIsNoAddressOrMoreThanOneIsRefusedWithoutQuotingIt(String text) {
        assertThat(MailAddress.isWellFormed(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailAddress(text))
                .withMessage("not a mail address");
    }

    @Test
    void aNameMayHave64CharactersAndNoMore() {
        assertThat(MailAddress.isWellFormed(LONGEST_NAME + "@example.org")).isTrue();
        assertThat(MailAddress.isWellFormed(LONGEST_NAME + "a@example.org")).isFalse();
    }

    @Test
    void anAddressMayHave254CharactersAndNoMore() {
        var label = "b".repeat(61) + ".";
        var domain = label + label + label + "example";

        assertThat(MailAddress.isWellFormed("a".repeat(60) + "@" + domain)).isTrue();
        assertThat(MailAddress.isWellFormed("a".repeat(61) + "@" + domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"İ", "ß", "ǆ", "ﬀ", "a", "ü"})
    void whatIsWellFormedCanAlwaysBeMade(String letter) {
        for (var text : List.of(letter.repeat(40) + "@example.org", "rosa@" + letter.repeat(60) + ".org")) {
            if (MailAddress.isWellFormed(text)) {
                assertThat(new MailAddress(text).value()).isASCII();
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress(text));
            }
        }
    }

    @Test
    void aDomainBeyondAsciiTravelsInItsAsciiForm() {
        assertThat(new MailAddress("Rosa@MÜNCHEN.example").value()).isEqualTo("rosa@xn--mnchen-3ya.example");
        assertThat(new MailAddress("rosa@example.org").value()).isEqualTo("rosa@example.org");
        assertThat(new MailAddress("rosa@ｇmail.com")).isEqualTo(new MailAddress("rosa@gmail。com"));
    }

    @Test
    void itsTextFormTellsNobodyWhoItIs() {
        assertThat(new MailAddress("rosa@example.org")).hasToString("(a mail address)");
    }
}
