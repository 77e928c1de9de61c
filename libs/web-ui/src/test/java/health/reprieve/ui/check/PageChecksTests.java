package health.reprieve.ui.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that guard nothing are worse than none: each is seen to refuse what it is there for. */
class PageChecksTests {

    private static final String GOOD = """
            <!DOCTYPE html><html lang="en"><head><title>Choose a time - Reprieve</title></head><body>
            <main><h1>Choose a time</h1><h2 id="days">Days</h2>
            <form method="post" action="/book/hold"><input type="hidden" name="_form" value="x">
            <label for="name">Name</label><input id="name" name="name" aria-describedby="days">
            <button>Continue</button></form></main></body></html>
            """;

    @Test
    void aGoodPageIsGood() {
        assertThatCode(() -> PageChecks.assertFormsCarryTheirToken(PageChecks.assertGoodPage(GOOD)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lang=\"en\"|lang=\"fr\"|lang of the page",
                "<h1>Choose a time</h1>|<h1>Choose</h1>|title",
                "<h1>Choose a time</h1>|<h1>Choose a time</h1><h1>Again</h1>|h1 elements",
                "<h2 id=\"days\">Days</h2>|<h3 id=\"days\">Days</h3>|level of",
                "<h2 id=\"days\">Days</h2>|<h2 id=\"days\">??booking.days_en??</h2>|missing messages",
                "<main>|<main th:if=\"x\">|unfinished templates",
                "<button>|<button style=\"color: red\">|inline style",
                "</main>|<script>alert(1)</script></main>|inline script",
                "<button>|<button onclick=\"send()\">|inline handlers",
                "<label for=\"name\">|<label for=\"other\">|label of name",
                "Continue||words of",
                "aria-describedby=\"days\"|aria-describedby=\"none\"|aria-describedby of",
                "<h2 id=\"days\">|<h2 id=\"name\">|ids",
                "method=\"post\"||method of",
                "action=\"/book/hold\"|action=\"https://elsewhere.example\"|action of a form",
                "name=\"_form\"|name=\"token\"|form tokens"
            })
    void everyRuleRefusesWhatItIsThereFor(String good, @Nullable String bad, String rule) {
        var page = GOOD.replace(good, bad == null ? "" : bad);

        assertThatThrownBy(() -> PageChecks.assertFormsCarryTheirToken(PageChecks.assertGoodPage(page)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule);
    }
}
