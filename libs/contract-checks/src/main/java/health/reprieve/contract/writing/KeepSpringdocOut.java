package health.reprieve.contract.writing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Springdoc lies on the tests' class path to be asked about a service, not to become a part of it: no route is its own. */
final class KeepSpringdocOut implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        var welcome = new boolean[configurations.length];
        for (int i = 0; i < configurations.length; i++) {
            var name = configurations[i];
            welcome[i] = name == null || !name.startsWith("org.springdoc.");
        }
        return welcome;
    }
}
