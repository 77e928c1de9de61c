package health.reprieve.settings;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Keeps those silent who tell of a start that failed before, and longer than, {@link OneSentence} does. */
final class QuietEnd implements EnvironmentPostProcessor {

    private static final Map<String, Object> LEVELS = Map.of(
            "logging.level.org.springframework.boot.web.server.reactive.context.AnnotationConfigReactiveWebServerApplicationContext",
            "error",
            "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext",
            "error",
            "logging.level.org.springframework.boot.autoconfigure.logging.ConditionEvaluationReportLogger",
            "error");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("quiet end", LEVELS));
    }
}
