package health.reprieve.deployment;

import health.reprieve.settings.PlainSetting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service can be told from outside: the variables that its file of settings names, and every setting that it or its
 * libraries declare, under its own name or as a variable.
 *
 * @param placeholders the variables
 * @param settings names of settings
 * @param tables names of settings that hold any further names below them
 */
record Told(Set<String> placeholders, Set<String> settings, Set<String> tables) {

    /** OpenTelemetry's own names, which Spring Boot reads as it would its own. */
    private static final Set<String> OPEN_TELEMETRY = Set.of("OTEL_EXPORTER_OTLP_ENDPOINT");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_0-9]+)[:}]");

    /** @param yaml the service's file of settings, from the root of the repository */
    static Told by(String yaml) {
        var placeholders = PLACEHOLDER
                .matcher(Repository.read(yaml))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        var settings = new HashSet<String>();
        var tables = new HashSet<String>();
        Arrays.stream(PlainSetting.values()).map(PlainSetting::settingName).forEach(settings::add);
        declared().forEach(property -> {
            var name = property.path("name").asString();
            var isTable = property.path("type").asString("").startsWith("java.util.Map");
            (isTable ? tables : settings).add(name);
        });
        return new Told(placeholders, settings, tables);
    }

    boolean hasVariable(String name) {
        return placeholders.contains(name)
                || OPEN_TELEMETRY.contains(name)
                || settings.stream().anyMatch(setting -> asVariable(setting).equals(name))
                || tables.stream().anyMatch(table -> name.startsWith(asVariable(table) + "_"));
    }

    /** A file of this name below the directory of secrets is read. */
    boolean hasFile(String name) {
        return placeholders.contains(name) || settings.contains(name);
    }

    private static String asVariable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<JsonNode> declared() {
        var properties = new HashSet<JsonNode>();
        try {
            var files = Told.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
            for (URL file : Collections.list(files)) {
                try (InputStream text = file.openStream()) {
                    JsonMapper.shared().readTree(text).path("properties").forEach(properties::add);
                }
            }
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
