package health.reprieve.contract.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.util.ClassUtils;

/** The classes of a service, without those of its tests, as far as they speak of Kafka. Nothing is started for it. */
final class ServiceCode {

    private static final Pattern EVENT = Pattern.compile("health\\.reprieve\\.[a-z-]+\\.[a-z-]+\\.v[1-9][0-9]*");
    private static final List<Class<?>> DECLARATIONS = List.of(NewTopic.class, KafkaAdmin.NewTopics.class);

    private final Path classes;

    ServiceCode(Class<?> application) {
        classes = Path.of(
                application.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** The topics that its beans declare. */
    Set<TopicShape> declaredTopics() {
        var configurations = all().filter(type -> methods(type).anyMatch(ServiceCode::declaresTopics))
                .toArray(Class<?>[]::new);
        if (configurations.length == 0) {
            return Set.of();
        }
        try (var context = new AnnotationConfigApplicationContext(configurations)) {
            var admin = new Declared();
            admin.setApplicationContext(context);
            return admin.topics().stream().map(TopicShape::declared).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What its listeners hear. */
    Set<Heard> heard() {
        return all().flatMap(ServiceCode::methods)
                .map(method -> method.getAnnotation(KafkaListener.class))
                .filter(Objects::nonNull)
                .flatMap(
                        listener -> Arrays.stream(listener.topics()).map(topic -> new Heard(topic, listener.groupId())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The event types that it knows by name. */
    Set<String> namedEvents() {
        return files().flatMap(ServiceCode::texts)
                .filter(text -> EVENT.matcher(text).matches())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(Path file) {
        try {
            var constants = ClassFile.of().parse(file).constantPool();
            return StreamSupport.stream(constants.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(constant -> ((StringEntry) constant).stringValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Stream<? extends Class<?>> all() {
        return files().map(file -> classes.relativize(file).toString())
                .filter(file -> !file.endsWith("-info.class"))
                .map(file ->
                        file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                .map(name -> ClassUtils.resolveClassName(name, null));
    }

    private Stream<Path> files() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods());
    }

    private static boolean declaresTopics(Method method) {
        return method.isAnnotationPresent(Bean.class) && DECLARATIONS.contains(method.getReturnType());
    }

    /** Collects declarations as the one does who would make the topics, and makes none. */
    private static final class Declared extends KafkaAdmin {

        Declared() {
            super(Map.of());
        }

        Collection<NewTopic> topics() {
            return newTopics();
        }
    }
}
