package health.reprieve.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.reprieve.access.Actor;
import health.reprieve.booking.clinic.Clinic;
import health.reprieve.booking.therapist.KnownTherapist;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seven of ten clients hang up in the middle of what they asked for. Nobody else may notice. */
@BookingTest
class HangUpTests {

    private static final int CALLS = 400;
    private static final int AT_ONCE = 16;
    private static final int LONGEST_STAY_MILLIS = 40;
    private static final int STARTS_A_DAY = 18;
    private static final int HUNG_UP = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Caller caller;

    @Autowired
    Scene scene;

    @Autowired
    ConnectionFactory connections;

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void afterAStormOfClientsThatHangUpNoConnectionIsStuckAndEveryTimeHasOneOwner() throws Exception {
        var clinic = scene.clinic(3);
        var therapists =
                IntStream.range(0, 3).mapToObj(i -> scene.therapist(clinic)).toList();

        var statuses = storm(clinic, therapists);

        assertThat(statuses)
                .as("seed %d", seed)
                .isSubsetOf(HUNG_UP, 200, 201, 409, 503, 504)
                .contains(HUNG_UP, 200, 201);
        await("idle pool, seed " + seed)
                .atMost(PATIENCE)
                .until(() -> pool().getMetrics().orElseThrow().acquiredSize() == 0);
        assertThat(scene.count("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND state LIKE 'idle in tr%'"))
                .isZero();
        assertThat(scene.overlaps()).isZero();
        assertThat(halfBooked()).isZero();
        for (int i = 0; i < AT_ONCE; i++) {
            caller.as(Scene.patient())
                    .get()
                    .uri("/api/v1/booking/appointments")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    private List<Integer> storm(Clinic clinic, List<KnownTherapist> therapists) throws Exception {
        var random = new Random(seed);
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            var calls = new ArrayList<Future<Integer>>();
            for (int i = 0; i < CALLS; i++) {
                var request = random.nextInt(3) == 0
                        ? search(clinic)
                        : booking(clinic, therapists.get(random.nextInt(3)), random.nextInt(3 * STARTS_A_DAY));
                int stay = random.nextInt(10) < 7 ? random.nextInt(LONGEST_STAY_MILLIS) : HUNG_UP;
                Callable<Integer> call = () -> call(request, stay);
                calls.add(callers.submit(call));
            }
            var statuses = new ArrayList<Integer>();
            for (var call : calls) {
                statuses.add(call.get());
            }
            return statuses;
        }
    }

    private String search(Clinic clinic) {
        return request(Scene.visitor(), "openings", """
                {"clinicId":"%s","condition":"NECK_PAIN"}""".formatted(clinic.id()));
    }

    /** Half an hour apart, so that many of them get in each other's way. */
    private String booking(Clinic clinic, KnownTherapist therapist, int halfHour) {
        var start = Scene.TUESDAY_TEN
                .plus(Duration.ofDays(halfHour / STARTS_A_DAY))
                .plus(Duration.ofMinutes(30L * (halfHour % STARTS_A_DAY)));
        return request(Scene.patient(), "appointments", """
                {"clinicId":"%s","therapistId":"%s","start":"%s","condition":"NECK_PAIN","name":"Rosa","language":"en"}""".formatted(clinic.id(), therapist.id(), start));
    }

    private String request(Actor actor, String path, String body) {
        return "POST /api/v1/booking/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(path)
                + "Authorization: Bearer %s\r\nIdempotency-Key: %s\r\n"
                        .formatted(caller.token(actor), UUID.randomUUID())
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    }

    /** The status of the answer, or {@link #HUNG_UP} for a client who did not stay for it. */
    private int call(String request, int stayMillis) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), caller.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (stayMillis != HUNG_UP) {
                // zero lingering: the connection is reset, as when a phone loses its network
                socket.setSoLinger(true, 0);
                return hangUpAfter(stayMillis, socket);
            }
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(answer.readLine().split(" ", -1)[1]);
        }
    }

    /** Waits for the answer for a while, and leaves without it. */
    private static int hangUpAfter(int stayMillis, Socket socket) throws IOException {
        socket.setSoTimeout(Math.max(1, stayMillis));
        try {
            assertThat(socket.getInputStream().read()).isPositive();
        } catch (SocketTimeoutException impatient) {
            // this is what it came for
        }
        return HUNG_UP;
    }

    private ConnectionPool pool() {
        return connections instanceof ConnectionPool pool
                ? pool
                : ((Wrapped<?>) connections).unwrap(ConnectionPool.class);
    }

    /** Visits without their time, their key or their news, and times without their visit. */
    private long halfBooked() {
        return scene.count("""
                SELECT (SELECT count(*) FROM appointment a WHERE status = 'BOOKED'
                           AND (NOT EXISTS (SELECT FROM reservation r WHERE r.appointment_id = a.id AND r.status = 'BOOKED')
                             OR NOT EXISTS (SELECT FROM idempotency_key k WHERE k.appointment_id = a.id)
                             OR NOT EXISTS (SELECT FROM outbox o WHERE o.key = a.id::text)))
                     + (SELECT count(*) FROM reservation r WHERE status = 'BOOKED'
                           AND NOT EXISTS (SELECT FROM appointment a WHERE a.id = r.appointment_id))
                """);
    }
}
