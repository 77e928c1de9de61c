package health.reprieve.contract.writing;

import health.reprieve.access.Actor;
import health.reprieve.access.matrix.AuthorizationMatrix;
import health.reprieve.contract.ContractFiles;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mockito.Mockito;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableReactiveWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Starts just enough of Spring around a service's controllers to ask springdoc about them: no server, no database, and
 * controllers that are empty shells, since only their signatures are read.
 */
public final class ApiWriter {

    private static final String API = "/api/";

    private final String service;
    private final Class<?> application;

    /**
     * @param service as {@code access-matrix.csv} names it
     * @param application the service's main class, in the package above all its controllers
     */
    public ApiWriter(String service, Class<?> application) {
        this.service = service;
        this.application = application;
    }

    /** The document as YAML; empty for a service that has no operation for programs. */
    public Optional<String> write() {
        ignoreWhoAsks(Actor.class);
        var text = new String[1];
        runner().run(context -> {
            Objects.requireNonNull(context);
            text[0] = hasApi(context) ? ask(context) : null;
        });
        return Optional.ofNullable(text[0]);
    }

    private static boolean hasApi(AssertableReactiveWebApplicationContext context) {
        return context.getBean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                .anyMatch(path -> path.getPatternString().startsWith(API));
    }

    private static String ask(AssertableReactiveWebApplicationContext context) throws Exception {
        var request = MockServerHttpRequest.get("/v3/api-docs.yaml").build();
        var yaml =
                context.getBean(OpenApiWebfluxResource.class).openapiYaml(request, "/v3/api-docs.yaml", Locale.ENGLISH);
        return ReadableYaml.of(new String(Objects.requireNonNull(yaml.block()), StandardCharsets.UTF_8));
    }

    private ReactiveWebApplicationContextRunner runner() {
        var words = new SourceWords(ContractFiles.modules());
        var records = new RecordSchemas(words);
        return new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        CodecsAutoConfiguration.class,
                        WebFluxAutoConfiguration.class,
                        SpringDocConfigProperties.class,
                        SpringDocConfiguration.class,
                        SpringDocWebFluxConfiguration.class))
                .withPropertyValues(
                        "springdoc.api-docs.version=openapi_3_0",
                        "springdoc.paths-to-match=" + API + "**",
                        "springdoc.default-produces-media-type=application/json")
                .withBean(JavadocProvider.class, () -> words)
                .withBean("records", RecordSchemas.class, () -> records)
                .withBean(
                        "shape",
                        OpenApiCustomizer.class,
                        () -> api -> new ApiShape(ApiNotes.ofService(), roles(), records).give(api))
                .withInitializer(context -> controllers()
                        .forEach(controller -> context.getBeanFactory()
                                .registerSingleton(controller.getName(), Mockito.mock(controller))));
    }

    private Roles roles() {
        return new Roles(AuthorizationMatrix.of(service));
    }

    private Stream<Class<?>> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents(application.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null));
    }

    /** Who asks comes with the token, not from the request's parameters. */
    private static void ignoreWhoAsks(Class<?> actor) {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(actor);
        if (actor.isSealed()) {
            for (var kind : actor.getPermittedSubclasses()) {
                ignoreWhoAsks(kind);
            }
        }
    }
}
