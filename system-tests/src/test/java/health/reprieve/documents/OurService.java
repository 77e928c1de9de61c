package health.reprieve.documents;

import health.reprieve.booking.BookingService;
import health.reprieve.frontdoor.FrontDoor;
import health.reprieve.notification.NotificationService;
import health.reprieve.therapist.TherapistService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The four that are shipped. */
enum OurService {
    BOOKING("booking-service", BookingService.class, "booking.yml"),
    THERAPIST("therapist-service", TherapistService.class, "therapist.yml"),
    NOTIFICATION("notification-service", NotificationService.class, "notification.yml"),
    FRONT_DOOR("front-door", FrontDoor.class, "front-door.yml");

    private final String folder;
    private final Class<?> application;
    private final String file;

    OurService(String folder, Class<?> application, String file) {
        this.folder = folder;
        this.application = application;
        this.file = file;
    }

    String folder() {
        return folder;
    }

    /** What stands in its own file of settings, as it stands there, in that order. */
    Map<String, String> written() {
        try {
            Map<String, String> written = new LinkedHashMap<>();
            for (var source : new YamlPropertySourceLoader().load(file, new ClassPathResource(file))) {
                var properties = (EnumerablePropertySource<?>) source;
                for (String name : properties.getPropertyNames()) {
                    written.put(
                            name,
                            Optional.ofNullable(properties.getProperty(name))
                                    .orElse("")
                                    .toString());
                }
            }
            return written;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether a settings record is its own, or one that its configuration brings from a library. */
    boolean reads(Class<?> settings) {
        return isOwn(settings) || brought().contains(settings);
    }

    boolean isOwn(Class<?> settings) {
        return settings.getPackageName().startsWith(application.getPackageName());
    }

    private Set<Class<?>> brought() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Import.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(EnableConfigurationProperties.class));
        Set<Class<?>> brought = new LinkedHashSet<>();
        scanner.findCandidateComponents(application.getPackageName())
                .forEach(found -> collect(ClassUtils.resolveClassName(found.getBeanClassName(), null), brought));
        return brought;
    }

    private static void collect(Class<?> configuration, Set<Class<?>> brought) {
        var annotations = MergedAnnotations.from(configuration);
        annotations.stream(EnableConfigurationProperties.class)
                .flatMap(enabled -> Arrays.stream(enabled.getClassArray("value")))
                .forEach(brought::add);
        annotations.stream(Import.class)
                .flatMap(imported -> Arrays.stream(imported.getClassArray("value")))
                .filter(imported -> imported.getName().startsWith("health.reprieve."))
                .forEach(imported -> collect(imported, brought));
    }
}
