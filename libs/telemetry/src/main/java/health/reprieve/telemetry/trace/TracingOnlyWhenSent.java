package health.reprieve.telemetry.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Boot's tracing out of a service whose traces would go nowhere. Boot itself would make spans all the same,
 * decide of each that it is not kept, and throw it away; see decision 0013.
 */
final class TracingOnlyWhenSent implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> TRACING = List.of(
            "org.springframework.boot.micrometer.tracing.",
            "org.springframework.boot.opentelemetry.",
            "org.springframework.cloud.gateway.config.GatewayTracingAutoConfiguration");

    /** Lines of the log are collected from the console, whether traces are sent or not. */
    private static final String LOG_EXPORT = "org.springframework.boot.opentelemetry.autoconfigure.logging.";

    private boolean tracesAreSent;

    @Override
    public void setEnvironment(Environment environment) {
        tracesAreSent = TracesAreSent.in(environment);
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[autoConfigurations.length];
        for (int index = 0; index < wanted.length; index++) {
            wanted[index] = isWanted(autoConfigurations[index]);
        }
        return wanted;
    }

    private boolean isWanted(@Nullable String autoConfiguration) {
        return autoConfiguration != null
                && !autoConfiguration.startsWith(LOG_EXPORT)
                && (tracesAreSent || TRACING.stream().noneMatch(autoConfiguration::startsWith));
    }
}
