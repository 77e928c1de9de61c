package health.reprieve.settings;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;

/** What is wrong with the settings of a start that failed: which, with what value, what is allowed, where to put it right. */
public final class Complaint {

    private final List<Throwable> chain;
    private final Origins origins;

    private Complaint(Throwable failure, Origins origins) {
        this.chain = chain(failure);
        this.origins = origins;
    }

    /**
     * One sentence for an operator; empty if the failure has nothing to do with settings.
     *
     * @param environment of the application that failed; without it the sentence names the usual places only
     */
    public static Optional<String> about(Throwable failure, @Nullable ConfigurableEnvironment environment) {
        return new Complaint(failure, new Origins(environment)).sentence();
    }

    private Optional<String> sentence() {
        return found(WrongSetting.class)
                .map(this::wrong)
                .or(() -> found(PlaceholderResolutionException.class).map(this::unresolved))
                .or(() -> found(BindException.class).flatMap(this::unreadable))
                .or(() -> found(PortInUseException.class).map(this::taken))
                .or(() -> found(SQLException.class).flatMap(this::noDatabase));
    }

    private String wrong(WrongSetting wrong) {
        return "%s: %s."
                .formatted(
                        wrong.getMessage(),
                        wrong.isMissing() ? origins.wherever(wrong.setting()) : origins.there(wrong.setting()));
    }

    private String unresolved(PlaceholderResolutionException unresolved) {
        return wrong(WrongSetting.missing(
                origins.settingOf(unresolved.getPlaceholder()), "the service cannot start without it"));
    }

    /** Only what could not be read; what fails for another reason is a fault of ours, and nothing to be put right. */
    private Optional<String> unreadable(BindException unreadable) {
        return found(ConversionFailedException.class)
                .map(ConversionFailedException::getValue)
                .map(value -> WrongSetting.of(unreadable.getName().toString(), value, Wanted.of(unreadable)))
                .map(this::wrong);
    }

    private String taken(PortInUseException taken) {
        String setting = origins.hasValue("management.server.port", String.valueOf(taken.getPort()))
                ? "management.server.port"
                : "server.port";
        return "%s is %d, but something else listens on that port: stop it, or %s."
                .formatted(setting, taken.getPort(), origins.there(setting));
    }

    private Optional<String> noDatabase(SQLException refused) {
        String state = Optional.ofNullable(refused.getSQLState()).orElse("");
        if (state.startsWith("08")) {
            return Optional.of("spring.flyway.url is %s, but no database answers there: see that it runs, or %s."
                    .formatted(origins.shown("spring.flyway.url"), origins.there("spring.flyway.url")));
        }
        if (state.startsWith("28")) {
            return Optional.of(
                    "spring.r2dbc.username is %s, but the database at %s does not let it in with spring.r2dbc.password: see that both are right."
                            .formatted(origins.shown("spring.flyway.user"), origins.shown("spring.flyway.url")));
        }
        if (state.equals("3D000")) {
            return Optional.of("spring.flyway.url is %s, but there is no database of that name: create it, or %s."
                    .formatted(origins.shown("spring.flyway.url"), origins.there("spring.flyway.url")));
        }
        return Optional.empty();
    }

    /** The innermost of its kind: it knows most. */
    private <T extends Throwable> Optional<T> found(Class<T> kind) {
        return chain.reversed().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
