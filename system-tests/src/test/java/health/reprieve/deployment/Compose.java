package health.reprieve.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code docker-compose.yml} says, with its variables left at their defaults. */
record Compose(Map<String, Container> containers, Map<String, String> secretFiles, Collection<String> volumes) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-((?:[^{}]|\\{[^}]*})*)}");

    static Compose read() {
        Map<String, Object> file = Repository.yaml("docker-compose.yml");
        var containers = new TreeMap<String, Container>();
        map(file.get("services")).forEach((name, fields) -> containers.put(name, new Container(map(fields))));
        var secrets = new TreeMap<String, String>();
        map(file.get("secrets"))
                .forEach((name, fields) -> secrets.put(name, text(map(fields).get("file"))));
        return new Compose(containers, secrets, map(file.get("volumes")).keySet());
    }

    /** Those that are built from this repository. */
    Stream<Map.Entry<String, Container>> ours() {
        return containers.entrySet().stream().filter(entry -> entry.getValue().isBuilt());
    }

    /** One of the containers. */
    record Container(Map<String, Object> fields) {

        boolean isBuilt() {
            return fields.containsKey("build");
        }

        String image() {
            return text(fields.get("image"));
        }

        String dockerfile() {
            return text(map(fields.get("build")).get("dockerfile"));
        }

        Map<String, Object> environment() {
            return map(fields.get("environment"));
        }

        /** File name in the container by the secret's name. */
        Map<String, String> secrets() {
            var targets = new TreeMap<String, String>();
            for (Object secret : list(fields.get("secrets"))) {
                if (secret instanceof Map<?, ?> named) {
                    targets.put(text(named.get("source")), text(named.get("target")));
                } else {
                    targets.put(text(secret), text(secret));
                }
            }
            return targets;
        }

        List<String> ports() {
            return list(fields.get("ports")).stream().map(Compose::text).toList();
        }

        List<String> mounts() {
            return list(fields.get("volumes")).stream().map(Compose::text).toList();
        }

        Map<String, Object> waitsFor() {
            return map(fields.get("depends_on"));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object fields) {
        return fields == null ? Map.of() : (Map<String, Object>) fields;
    }

    private static List<?> list(Object items) {
        return items == null ? List.of() : (List<?>) items;
    }

    private static String text(Object value) {
        var text = String.valueOf(value);
        for (var found = VARIABLE.matcher(text); found.find(); found = VARIABLE.matcher(text)) {
            text = found.replaceFirst("$1");
        }
        return text;
    }
}
