package health.reprieve.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What every page of Reprieve must be, in every state and language. */
public final class PageChecks {

    private PageChecks() {}

    /** Fails when the page breaks a rule; returns it for further looks. */
    public static Document assertGoodPage(String html) {
        var page = Jsoup.parse(html);
        languageIsSet(page);
        oneTitleSaidTwice(page);
        everyWordIsTranslated(html);
        nothingInline(page);
        everyFieldHasALabel(page);
        everyReferenceLeadsSomewhere(page);
        changesArePosts(page);
        return page;
    }

    /** Fails when a form that changes something lacks the hidden form token, or has it twice. */
    public static void assertFormsCarryTheirToken(Document page) {
        for (Element form : page.select("form[method=post]")) {
            assertThat(form.select("input[type=hidden][name=_form]"))
                    .as("form tokens of %s", form.attr("action"))
                    .hasSize(1);
        }
    }

    private static void languageIsSet(Document page) {
        assertThat(page.selectXpath("/html").attr("lang"))
                .as("lang of the page")
                .isIn("en", "es");
    }

    private static void oneTitleSaidTwice(Document page) {
        assertThat(page.select("h1")).as("h1 elements").hasSize(1);
        assertThat(page.select("main")).as("main elements").hasSize(1);
        var wrong = page.selectFirst("[data-error-summary]") != null;
        var title = (wrong ? "Error: " : "") + page.select("h1").text() + " - Reprieve";
        assertThat(page.title()).as("title").isEqualTo(title);
        assertThat(page.select("title")).as("title elements").hasSize(1);
        headingsSkipNoLevel(page);
    }

    private static void headingsSkipNoLevel(Document page) {
        var level = 1;
        for (Element heading : page.select("main h1, main h2, main h3, main h4")) {
            var next = heading.normalName().charAt(1) - '0';
            assertThat(next).as("level of \"%s\"", heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    private static void everyWordIsTranslated(String html) {
        assertThat(html).as("missing messages").doesNotContainPattern("\\?\\?[\\w.-]+\\?\\?");
        assertThat(html).as("unfinished templates").doesNotContain("th:", "xmlns:th", "<th-block", "th\\:block");
    }

    private static void nothingInline(Document page) {
        assertThat(page.select("style, [style]")).as("inline style").isEmpty();
        assertThat(page.select("script:not([src])")).as("inline script").isEmpty();
        var handlers = page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> attribute.getKey().startsWith("on"))
                .toList();
        assertThat(handlers).as("inline handlers").isEmpty();
    }

    private static void everyFieldHasALabel(Document page) {
        for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
            var labels = page.select("label[for=\"" + field.id() + "\"]");
            assertThat(labels.text()).as("label of %s", field.attr("name")).isNotBlank();
        }
        for (Element group : page.select("fieldset")) {
            assertThat(group.select("legend").text()).as("legend").isNotBlank();
        }
        for (Element control : page.select("button, a[href]")) {
            assertThat(control.text() + control.attr("aria-label"))
                    .as("words of %s", control.outerHtml())
                    .isNotBlank();
        }
    }

    private static void everyReferenceLeadsSomewhere(Document page) {
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).as("ids").doesNotHaveDuplicates();
        for (String attribute : List.of("aria-describedby", "aria-labelledby", "for")) {
            for (Element element : page.select("[" + attribute + "]")) {
                assertThat(element.attr(attribute).split(" "))
                        .as("%s of %s", attribute, element.outerHtml())
                        .isSubsetOf(ids);
            }
        }
        for (Element link : page.select("a[href^=#]")) {
            assertThat(link.attr("href").substring(1)).as("target of a link").isIn(ids);
        }
    }

    private static void changesArePosts(Document page) {
        for (Element form : page.select("form")) {
            assertThat(form.attr("method"))
                    .as("method of %s", form.attr("action"))
                    .isIn("post", "get");
            assertThat(form.attr("action")).as("action of a form").startsWith("/");
        }
    }
}
