package health.reprieve.notification.message.email;

import health.reprieve.notification.message.Stationery;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Mail templates, apart from those of pages: mails have a text form too, and their links and styles follow other rules.
 * Each template stands beside its text twin, {@code .html} and {@code .txt}.
 */
@Component
final class ThymeleafStationery implements Stationery {

    private static final String HTML = ".html";
    private static final String TEXT = ".txt";

    private final MessageSource phrases = phrases();
    private final TemplateEngine engine = engine(phrases);

    @Override
    public Sheet fill(String name, Locale language, Map<String, Object> values) {
        var context = new Context(language, values);
        return new Sheet(engine.process(name + TEXT, context), engine.process(name + HTML, context));
    }

    @Override
    public String phrase(String key, Locale language, Object... values) {
        return phrases.getMessage(key, values, language);
    }

    private static MessageSource phrases() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/notification");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // the machine's own language must not decide what a patient reads
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static TemplateEngine engine(MessageSource phrases) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(phrases);
        engine.addTemplateResolver(resolver(HTML, TemplateMode.HTML));
        engine.addTemplateResolver(resolver(TEXT, TemplateMode.TEXT));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/notification/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}
