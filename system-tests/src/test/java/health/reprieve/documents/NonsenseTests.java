package health.reprieve.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.reprieve.settings.Complaint;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** No setting of ours takes a value that makes no sense. */
class NonsenseTests {

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedWithOneSentenceThatNamesTheSetting(OurService service, OurSetting setting, String value) {
        var environment = environment(service, setting, value);

        Throwable refusal =
                catchThrowable(() -> Binder.get(environment).bindOrCreate(setting.prefix(), setting.owner()));

        assertThat(refusal).as("the refusal of %s=%s", setting.name(), value).isNotNull();
        assertThat(Complaint.about(refusal, environment))
                .get()
                .asString()
                .startsWith(setting.name())
                .contains(" but ")
                .endsWith(".")
                .doesNotContain("\n");
    }

    static Stream<Arguments> nonsense() {
        return OurSetting.all().stream()
                .flatMap(setting -> Arrays.stream(OurService.values())
                        .filter(service -> service.reads(setting.owner()))
                        .limit(1)
                        .flatMap(service ->
                                nonsense(setting).stream().map(value -> Arguments.of(service, setting, value))));
    }

    private static List<String> nonsense(OurSetting setting) {
        Class<?> type =
                ClassUtils.resolvePrimitiveIfNecessary(setting.component().getType());
        if (type == Duration.class) {
            return List.of("abc", "-1s", "100000d");
        }
        if (type == Integer.class) {
            return List.of("abc", "-1", "2000000000");
        }
        if (type == DataSize.class) {
            return List.of("abc", "-1KB", "1TB");
        }
        if (type == URI.class) {
            return List.of("no address", "ftp://somewhere", "http://somewhere/with/a/path");
        }
        if (type == String.class) {
            // a text whose default is empty may be anything else too
            return setting.usual().filter(String::isEmpty).isPresent() ? List.of() : List.of(" ");
        }
        return List.class.isAssignableFrom(type) ? List.of() : List.of("abc");
    }

    private static StandardEnvironment environment(OurService service, OurSetting setting, String value) {
        Map<String, Object> given = new LinkedHashMap<>(service.written());
        given.values()
                .removeIf(written -> written.toString().startsWith("${")
                        && !written.toString().contains(":"));
        OurSetting.all().stream()
                .filter(other -> other.usual().isEmpty())
                .forEach(other -> given.putIfAbsent(other.name(), "given"));
        given.put(setting.name(), value);
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new MapPropertySource("given", given));
        environment.setConversionService(new ApplicationConversionService());
        return environment;
    }
}
