package health.reprieve.contract.writing;

import health.reprieve.contract.ContractFiles;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes of what springdoc found the document that we publish. */
final class ApiShape {

    private static final String PATHS_OF_VERSION = "/api/v1/";

    private final ApiNotes notes;
    private final Roles roles;
    private final RecordSchemas records;
    private final FieldNotes fields;

    ApiShape(ApiNotes notes, Roles roles, RecordSchemas records) {
        this.notes = notes;
        this.roles = roles;
        this.records = records;
        this.fields = new FieldNotes(notes.fields());
    }

    void give(OpenAPI api) {
        api.setOpenapi("3.0.3");
        api.setInfo(new Info().title(notes.title()).version("1").description(notes.about()));
        api.setServers(List.of(new Server().url("/").description("The front door, the one origin of all services")));
        api.setTags(null);
        shapeSchemas(api);
        var answers = new Answers(notes, new ProblemWords(ContractFiles.modules()), api.getComponents());
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    operation.setTags(List.of(tag(path)));
                    roles.write(path, method, operation);
                    shapeParameters(operation);
                    answers.write(method, operation);
                }));
        addSecurity(api.getComponents());
        sort(api);
        if (!fields.unused().isEmpty()) {
            throw new IllegalStateException("api-notes.yaml speaks of fields that are not there: " + fields.unused());
        }
    }

    /** The noun behind the version and the service. */
    private static String tag(String path) {
        return path.substring(PATHS_OF_VERSION.length()).split("/", -1)[1];
    }

    private void shapeSchemas(OpenAPI api) {
        Map<String, Schema<?>> schemas = new TreeMap<>();
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(schemas::put);
        }
        records.amend(schemas, SchemaUse.ofRequests(api));
        schemas.put("Problem", problem());
        schemas.forEach((name, schema) -> shapeFields(name, schema));
        api.getComponents().setSchemas(new TreeMap<>(schemas));
    }

    private void shapeFields(String owner, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().replaceAll((name, field) -> fields.applied(owner, name, field));
        schema.getProperties().keySet().stream()
                .filter(name -> fields.isRequired(owner, name))
                .forEach(schema::addRequiredItem);
    }

    private void shapeParameters(Operation operation) {
        for (var parameter : operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            if (parameter.getIn().equals("header")) {
                // left out, a header is missed by the service itself, which then names the problem
                parameter.required(true).schema(Headers.asked(parameter.getName()));
            } else {
                parameter.setSchema(
                        fields.applied(operation.getOperationId(), parameter.getName(), parameter.getSchema()));
            }
        }
    }

    private Schema<?> problem() {
        Schema<?> problem = new Schema<>();
        problem.setType("object");
        problem.setDescription("""
                Why a request was not done (RFC 9457). Programs decide by `type` and, for a type that is new to them, by the \
                status; `title` and `detail` are for people, in the language that the request accepts.""");
        notes.members()
                .forEach((name, member) ->
                        problem.addProperty(name, Json.mapper().convertValue(member, Schema.class)));
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static void addSecurity(Components components) {
        components.addSecuritySchemes(
                "session",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("__Host-reprieve")
                        .description("The session that the front door gives a browser"));
        components.addSecuritySchemes(
                "formToken",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-Form-Token")
                        .description(
                                "The form token of the session, as every form of its pages carries it in `_form`"));
    }

    private static void sort(OpenAPI api) {
        var paths = new Paths();
        new TreeMap<>(api.getPaths()).forEach(paths::addPathItem);
        api.setPaths(paths);
        if (api.getComponents().getResponses() != null) {
            api.getComponents().setResponses(new TreeMap<>(api.getComponents().getResponses()));
        }
    }
}
