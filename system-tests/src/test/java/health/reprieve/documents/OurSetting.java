package health.reprieve.documents;

import health.reprieve.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting of ours, as the compiler wrote it down.
 *
 * @param owner the record that stands for it and for those named alike
 * @param usual its default where the record has one
 */
record OurSetting(String name, Class<?> owner, String meaning, Optional<String> usual) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** All of ours on the class path, sorted by name. */
    static List<OurSetting> all() {
        try {
            return Collections.list(OurSetting.class.getClassLoader().getResources(METADATA)).stream()
                    .flatMap(OurSetting::in)
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<OurSetting> in(URL metadata) {
        try (InputStream text = metadata.openStream()) {
            JsonNode properties = JsonMapper.shared().readTree(text).path("properties");
            return StreamSupport.stream(properties.spliterator(), false)
                    .filter(property -> property.path("sourceType").asString("").startsWith("health.reprieve."))
                    .map(OurSetting::of);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static OurSetting of(JsonNode property) {
        String name = property.required("name").stringValue();
        Class<?> owner =
                ClassUtils.resolveClassName(property.required("sourceType").stringValue(), null);
        Optional<String> usual = hasDefault(owner, component(owner, name))
                ? Optional.of(property.path("defaultValue").asString(""))
                : Optional.empty();
        return new OurSetting(name, owner, property.path("description").asString(""), usual);
    }

    String prefix() {
        return owner.getAnnotation(ConfigurationProperties.class).value();
    }

    RecordComponent component() {
        return component(owner, name);
    }

    boolean isSecret() {
        return component().isAnnotationPresent(Secret.class);
    }

    boolean mayBeMissing() {
        return component().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The compiler keeps that annotation on the constructor's parameter only. */
    private static boolean hasDefault(Class<?> owner, RecordComponent component) {
        return Arrays.stream(owner.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .anyMatch(parameter -> parameter.isAnnotationPresent(DefaultValue.class));
    }

    private static RecordComponent component(Class<?> owner, String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(owner.getRecordComponents())
                .filter(component ->
                        DataObjectPropertyName.toDashedForm(component.getName()).equals(last))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is no component of the record " + owner.getName()));
    }
}
