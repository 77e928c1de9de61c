package health.reprieve.ui;

import health.reprieve.ui.asset.AssetConfiguration;
import health.reprieve.ui.connection.ConnectionConfiguration;
import health.reprieve.ui.problem.ProblemConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The design system. A service imports it and names its bundles in {@code reprieve.ui.messages}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UiProperties.class, HelpProperties.class})
@Import({AssetConfiguration.class, ConnectionConfiguration.class, ProblemConfiguration.class, ShellAdvice.class})
public class UiConfiguration {

    /** The languages that every page speaks; the first is spoken to whoever asks for none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    @Bean
    MessageSource messageSource(UiProperties settings) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.concat(Stream.of("messages/ui"), settings.messages().stream())
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    Words words(MessageSource messages) {
        return new Words(messages);
    }

    /** Reads {@code Accept-Language}, which the front door sets to the language that was chosen. */
    @Bean
    LocaleContextResolver localeContextResolver() {
        var resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(LANGUAGES);
        resolver.setDefaultLocale(LANGUAGES.getFirst());
        return resolver;
    }

    @Bean
    Shells shells(HelpProperties help, Clock clock) {
        return new Shells(help, clock);
    }

    /** Applied by Spring Security to every {@code ServerHttpSecurity}: a refused person sees their own header too. */
    @Bean
    Customizer<ServerHttpSecurity> roleNoted(Shells shells) {
        return http -> http.addFilterAfter(shells::noteRole, SecurityWebFiltersOrder.AUTHENTICATION);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityHeaders strictHeaders() {
        return new SecurityHeaders();
    }
}
