package health.reprieve.journeys.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.reprieve.journeys.House;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser. Every page they look at is checked for accessibility and for sideways scrolling, and photographed for
 * human eyes; whatever the browser complains of fails the journey.
 */
final class Person implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final double PATIENCE = 20_000;
    private static final int MOST_STOPS = 120;

    private final BrowserContext context;
    private final Page page;
    private final Screen screen;
    private final boolean scripting;
    private final List<String> complaints = new ArrayList<>();

    private Person(BrowserContext context, Screen screen, boolean scripting) {
        this.context = context;
        this.screen = screen;
        this.scripting = scripting;
        context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Person at(Browser browser, Screen screen, boolean scripting, String language) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setJavaScriptEnabled(scripting)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setLocale(language));
        return new Person(context, screen, scripting);
    }

    Page page() {
        return page;
    }

    Person open(String path) {
        page.navigate(House.address().resolve(path).toString());
        return this;
    }

    Person choose(String label) {
        page.locator("label")
                .getByText(label, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    Person write(String label, String text) {
        page.getByLabel(label).fill(text);
        return this;
    }

    Person press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    Person follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Goes on with the Tab key until the focus is there, without touching a mouse. */
    Person tabTo(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector).and(page.locator(":focus")).count() > 0) {
                return this;
            }
        }
        throw new AssertionError("no way by keyboard to " + selector);
    }

    Person key(String key) {
        page.keyboard().press(key);
        return this;
    }

    Person type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Sees the page whose title it is, looks at it closely, and keeps a picture of it under the given name. */
    Person see(String title, String picture) {
        assertThat(page.locator("h1").first().textContent().strip()).isEqualTo(title);
        return look(picture);
    }

    Person look(String picture) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                        PICTURES.resolve("%s-%d%s.png".formatted(picture, screen.width(), scripting ? "" : "-plain"))));
        if (scripting) {
            assertThat(axeFindings()).as("accessibility of %s", picture).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("sideways scrolling on %s", picture)
                    .isLessThanOrEqualTo(0);
        }
        return this;
    }

    private List<String> axeFindings() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
