package health.reprieve.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Where settings come from, and so where they are put right. */
final class Origins {

    /** Names the directory whose files are settings; {@code spring.config.import} of every service reads it. */
    private static final String DIRECTORY = "REPRIEVE_SECRETS";

    private static final Pattern NAMED_VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:.*)?}");

    private final @Nullable ConfigurableEnvironment environment;

    Origins(@Nullable ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** What to do about a value that is there, as the end of a sentence. */
    String there(String setting) {
        return property(setting).map(property -> there(setting, property)).orElseGet(() -> wherever(setting));
    }

    /** What to do about a value that is not there, as the end of a sentence. */
    String wherever(String setting) {
        return "set it with the variable %s, or in the file %s".formatted(variable(setting), file(setting));
    }

    /** The setting whose value is this placeholder; the placeholder itself, where none is. */
    String settingOf(String placeholder) {
        return names().filter(name -> rawValue(name)
                        .filter(("${" + placeholder + "}")::equals)
                        .isPresent())
                .findFirst()
                .orElse(placeholder);
    }

    boolean hasValue(String setting, String value) {
        return environment != null && Objects.equals(environment.getProperty(setting), value);
    }

    String shown(String setting) {
        return Shown.of(environment == null ? "" : environment.getProperty(setting, ""));
    }

    private String there(String setting, ConfigurationProperty property) {
        if (property.getOrigin() instanceof PropertySourceOrigin place
                && place.getOrigin() instanceof SystemEnvironmentOrigin variable) {
            return "put it right in the variable " + variable.getProperty();
        }
        Object source =
                property.getSource() == null ? null : property.getSource().getUnderlyingSource();
        return switch (source) {
            case ConfigTreePropertySource _ -> "put it right in the file " + file(setting);
            case CommandLinePropertySource<?> _ -> "put it right in the argument --" + setting;
            case null, default -> "set it with the variable " + variable(setting);
        };
    }

    private String variable(String setting) {
        return rawValue(setting)
                .map(NAMED_VARIABLE::matcher)
                .filter(named -> named.matches())
                .map(named -> named.group(1))
                .orElseGet(() -> relaxed(setting));
    }

    private static String relaxed(String setting) {
        return setting.replace("-", "")
                .replaceAll("[.\\[]", "_")
                .replace("]", "")
                .toUpperCase(Locale.ROOT);
    }

    private Path file(String setting) {
        String directory = environment == null ? null : environment.getProperty(DIRECTORY);
        return Path.of(directory == null ? "/run/secrets" : directory, setting);
    }

    private Optional<String> rawValue(String setting) {
        return property(setting).map(ConfigurationProperty::getValue).map(Object::toString);
    }

    private Optional<ConfigurationProperty> property(String setting) {
        if (environment == null || !ConfigurationPropertyName.isValid(setting)) {
            return Optional.empty();
        }
        var name = ConfigurationPropertyName.of(setting);
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<String> names() {
        return environment == null
                ? Stream.empty()
                : environment.getPropertySources().stream()
                        .filter(EnumerablePropertySource.class::isInstance)
                        .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }
}
