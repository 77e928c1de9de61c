package health.reprieve.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/** A service with one setting of each kind. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(SampleService.Sample.class)
class SampleService {

    enum Colour {
        RED,
        GREEN
    }

    /** A type that says itself how it is written. */
    public record Pair(String text) {

        public Pair {
            if (!text.contains("/")) {
                throw new IllegalArgumentException("it must be written like a/b");
            }
        }
    }

    @ConfigurationProperties("sample")
    record Sample(
            Duration length,
            @Secret String key,
            @DefaultValue("1") int count,
            @DefaultValue("RED") Colour colour,
            @DefaultValue("64KB") DataSize size,
            @DefaultValue("true") boolean open,
            @DefaultValue("a/b") Pair pair) {

        Sample {
            Setting.isGiven("sample.key", key);
            Setting.isBetween("sample.length", length, Duration.ofMinutes(1), Duration.ofHours(1));
            Setting.isBetween("sample.count", count, 1, 9);
            if (!key.startsWith("a key")) {
                throw WrongSetting.ofHidden("sample.key", "it must be a key");
            }
        }
    }

    /** With the given variables as the whole environment of the process. */
    static ConfigurableApplicationContext start(Map<String, Object> variables, String... arguments) {
        return new SpringApplicationBuilder(SampleService.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .environment(environment(variables))
                .run(Stream.concat(Arrays.stream(arguments), Stream.of("--spring.config.name=sample"))
                        .toArray(String[]::new));
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return environment;
    }
}
