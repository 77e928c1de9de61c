package health.reprieve.ui.problem;

import health.reprieve.ui.Shells;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure of a service: first as the service's {@link ProblemSource} says, then as Spring's own. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    /** One step before Boot's own handler. */
    private static final int BEFORE_BOOT = -2;

    @Bean
    @Order(BEFORE_BOOT)
    WebExceptionHandler problemHandler(
            ObjectProvider<ProblemSource> sources,
            MessageSource messages,
            JsonMapper json,
            ThymeleafReactiveViewResolver views,
            Shells shells) {
        List<ProblemSource> all = Stream.concat(sources.orderedStream(), Stream.of(new SpringProblems()))
                .toList();
        return new ProblemHandler(all, new ProblemDocuments(messages, json), new ProblemPages(messages, views, shells));
    }

    /** Before Spring Security, which looks for the form token in the form. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter strictForms() {
        return new StrictForms();
    }
}
