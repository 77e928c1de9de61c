package health.reprieve.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    @TempDir
    static Path binaries;

    @TempDir
    Path directory;

    @Test
    void whatIsCommittedSurvivesAStopAndAStart() throws Exception {
        int port = Ports.free();
        try (PostgresServer server = PostgresServer.open(directory, binaries, port)) {
            Sql.run(server.database("clinic"), "CREATE TABLE note AS SELECT 'kept' AS line");
        }

        try (PostgresServer again = PostgresServer.open(directory, binaries, port)) {
            assertThat(Sql.column(again.database("clinic"), "SELECT line FROM note"))
                    .containsExactly("kept");
        }
    }

    @Test
    void committedMeansOnDiskAndCanBeBookedWithoutOverlap() throws Exception {
        try (PostgresServer server = PostgresServer.open(directory, binaries, Ports.free())) {
            PostgresDatabase database = server.database("clinic");

            assertThat(Sql.column(database, "SHOW fsync")).containsExactly("on");
            assertThat(Sql.column(database, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(Sql.column(database, "SHOW server_version_num"))
                    .allMatch(version -> version.startsWith(PostgresServer.MAJOR_VERSION));
            assertThat(Sql.column(database, "SELECT upper('ñandú')")).containsExactly("ÑANDÚ");
            Sql.run(database, "CREATE EXTENSION btree_gist");
        }
    }

    @Test
    void aServerOrphanedByAKilledJvmIsStoppedAndItsDataKept() throws Exception {
        int port = Ports.free();
        try (ChildJvm child = ChildJvm.running(
                KeepsPostgresOpen.class, directory.toString(), binaries.toString(), Integer.toString(port))) {
            assertThat(child.says("ready")).isEqualTo(Integer.toString(port));
            child.kill();
        }
        OrphanedPostgres orphan = OrphanedPostgres.on(directory.resolve("data")).orElseThrow();

        try (PostgresServer next = PostgresServer.open(directory, binaries, port)) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(Sql.column(next.database("kept"), "SELECT line FROM note"))
                    .containsExactly("written before the kill");
        }
    }

    @Test
    void aDirectoryInUseIsRefusedAndItsServerLeftAlone() throws Exception {
        try (PostgresServer server = PostgresServer.open(directory, binaries, Ports.free())) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> PostgresServer.open(directory, binaries, Ports.free()))
                    .withMessageContaining("in use by another running process");

            assertThat(Sql.column(server.database("postgres"), "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndKept() throws Exception {
        Path version = directory.resolve("data").resolve("PG_VERSION");
        Files.createDirectories(version.getParent());
        Files.writeString(version, "17\n");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> PostgresServer.open(directory, binaries, Ports.free()))
                .withMessageContaining("is of PostgreSQL 17, and this is PostgreSQL 18");
        assertThat(version).exists();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.open(directory, binaries, other.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port %d, where PostgreSQL should listen, is taken", other.getLocalPort());
        }
    }

    @Test
    void aDataDirectoryWhoseMakingWasCutIsMadeAnew() throws Exception {
        Path halfMade = directory.resolve("data").resolve("PG_VERSION");
        Files.createDirectories(halfMade.getParent());
        Files.writeString(halfMade, PostgresServer.MAJOR_VERSION);

        try (PostgresServer server = PostgresServer.open(directory, binaries, Ports.free())) {
            assertThat(Sql.column(server.database("postgres"), "SELECT 1")).containsExactly("1");
        }
    }
}
