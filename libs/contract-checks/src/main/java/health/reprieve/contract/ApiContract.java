package health.reprieve.contract;

import health.reprieve.contract.change.ApiChange;
import health.reprieve.contract.writing.ApiWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The promise of one service to programs: its code against the document in {@code contracts/openapi}. With
 * {@code -Dcontract=write} what the code says is written down, if it breaks nothing.
 *
 * @param service as {@code access-matrix.csv} names it
 * @param application its main class
 * @param module its folder, for the command that writes the document
 */
public record ApiContract(String service, Class<?> application, String module) {

    /** @throws AssertionError that says what differs and what to do */
    public void check() {
        var written = new ApiWriter(service, application).write();
        var file = ContractFiles.api(service);
        compare(Files.exists(file) ? Optional.of(ContractFiles.text(file)) : Optional.empty(), written, file);
    }

    void compare(Optional<String> committed, Optional<String> written, Path file) {
        if (written.isEmpty()) {
            committed.ifPresent(gone -> fail("has no operation for programs any more. " + wayOut()));
        } else if (committed.isEmpty()) {
            grow(file, written.get(), "has operations for programs and no document that promises them.");
        } else {
            switch (ApiChange.between(committed.get(), written.get())) {
                case ApiChange.None _ -> {}
                case ApiChange.Compatible _ -> grow(file, written.get(), "has grown, and breaks nothing.");
                case ApiChange.Breaking(var losses) ->
                    fail(losses.stream()
                            .collect(Collectors.joining("\n  ", "breaks its promise:\n  ", "\n" + wayOut())));
            }
        }
    }

    private void grow(Path file, String written, String what) {
        if (!"write".equals(System.getProperty("contract"))) {
            fail("""
                    %s Write it down, read what changed, and commit the file:
                      ./mvnw verify -pl %s -am -Dtest=ApiDocumentTests -Dsurefire.failIfNoSpecifiedTests=false -Dcontract=write""".formatted(what, module));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String wayOut() {
        return """
                Somebody's program relies on it. Keep the old beside the new (a new field, a new operation), or make a new version of the \
                path (/api/v2/%1$s) and keep this one. If nobody has ever used it, delete contracts/openapi/%1$s.yaml and write it anew.""".formatted(service);
    }

    private void fail(String what) {
        throw new AssertionError("The API of " + service + " (contracts/openapi/" + service + ".yaml) " + what);
    }
}
