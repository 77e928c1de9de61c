package health.reprieve.documents;

import static java.util.stream.Collectors.joining;

import health.reprieve.settings.PlainSetting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of settings, made of what the compiler wrote down and of the services' own files. */
final class SettingsPage {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::(.*))?}");
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");
    private static final String HEAD = "\n| name | default | variable | meaning |\n|---|---|---|---|\n";

    private final List<OurSetting> settings = OurSetting.all();

    String text() {
        return INTRODUCTION
                + Arrays.stream(OurService.values()).map(this::ofService).collect(joining())
                + ofLibraries();
    }

    private String ofService(OurService service) {
        Map<String, String> written = service.written();
        Stream<String> plain = Arrays.stream(PlainSetting.values())
                .filter(setting -> written.containsKey(setting.settingName()))
                .map(setting -> row(
                        setting.settingName(),
                        written.get(setting.settingName()),
                        setting.isSecret(),
                        setting.meaning()));
        Stream<String> own = settings.stream()
                .filter(setting -> service.isOwn(setting.owner()))
                .map(setting -> row(setting.name(), value(setting, written), setting.isSecret(), setting.meaning()));
        return "\n## %s\n".formatted(service.folder())
                + HEAD
                + Stream.concat(plain, own).collect(joining());
    }

    private String ofLibraries() {
        return LIBRARIES
                + HEAD.replace("meaning |", "meaning | read by |").replace("|---|\n", "|---|---|\n")
                + settings.stream()
                        .filter(setting ->
                                Arrays.stream(OurService.values()).noneMatch(service -> service.isOwn(setting.owner())))
                        .map(SettingsPage::ofLibrary)
                        .collect(joining());
    }

    private static String ofLibrary(OurSetting setting) {
        List<OurService> readers = Arrays.stream(OurService.values())
                .filter(service -> service.reads(setting.owner()))
                .toList();
        List<String> values = readers.stream()
                .map(service -> value(setting, service.written()))
                .distinct()
                .toList();
        String value = values.size() == 1 ? values.getFirst() : "each service its own";
        String row = row(setting.name(), value, setting.isSecret(), setting.meaning())
                .stripTrailing();
        return row + readers.stream().map(OurService::folder).collect(joining(", ", " ", " |\n"));
    }

    /** What the service's file says, else what the record says; as it stands there. */
    private static String value(OurSetting setting, Map<String, String> written) {
        if (written.containsKey(setting.name())) {
            return written.get(setting.name());
        }
        if (written.keySet().stream().anyMatch(name -> name.startsWith(setting.name() + "["))) {
            return "as in the service's file";
        }
        return setting.usual().orElse(setting.mayBeMissing() ? "none" : "${" + relaxed(setting.name()) + "}");
    }

    private static String row(String name, String value, boolean secret, String meaning) {
        var named = VARIABLE.matcher(value);
        boolean isNamed = named.matches();
        String variable = isNamed ? named.group(1) : relaxed(name);
        Optional<String> usual = isNamed ? Optional.ofNullable(named.group(2)) : Optional.of(value);
        return "| `%s` | %s | `%s` | %s%s |\n"
                .formatted(
                        name,
                        usual.map(SettingsPage::shown).orElse("**none: must be given**"),
                        variable,
                        words(meaning),
                        secret ? " (**secret**: in a file, see above)" : "");
    }

    private static String shown(String value) {
        if (value.isEmpty()) {
            return "empty";
        }
        return value.contains(" ") || value.equals("none") ? value : "`%s`".formatted(value);
    }

    private static String words(String meaning) {
        return TAG.matcher(meaning).replaceAll("`$1`").replace("|", "\\|").strip();
    }

    private static String relaxed(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static final String INTRODUCTION = """
            # Settings

            Made by the build from the code's own words; a test holds this page against it and says how to write it anew.

            A setting is given as an argument (`--booking.hold.length=5m`), as a variable (its column below), or in a file of its own that is
            named like it (`booking.hold.length`). Name it in one place only: an argument wins, but which of the others does is not the same for
            all. Lengths of time are written like `90s`, `10m`, `2h` or `7d`, sizes like `64KB`.

            **Files.** Every service reads the files in `/run/secrets`, or in the directory that the variable `REPRIEVE_SECRETS` names; a newline at the
            end does not count. Passwords and private keys belong there and not into variables, which whoever may look at a process can read. Keys
            can also be given as `file:` and the path of a file.

            **A wrong value stops the start** before anything is begun, with status 1 and one sentence as the last line: which setting, what it is,
            what is allowed, and where to put it right.
            """;

    private static final String LIBRARIES = """

            ## What several read

            These belong to the libraries and mean the same in each service that reads them.
            """;
}
