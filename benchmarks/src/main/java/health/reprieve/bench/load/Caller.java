package health.reprieve.bench.load;

import health.reprieve.access.Actor;
import health.reprieve.access.BrowserId;
import health.reprieve.access.MailAddress;
import health.reprieve.access.PatientId;
import health.reprieve.access.token.InnerIdentity;
import health.reprieve.access.token.InnerTokenSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient as booking-service sees them: every request carries a token, as if the front door had signed it. */
public final class Caller {

    /** Signing costs more than many an answer, so a token is used again while it is young. */
    private static final Duration YOUNG = InnerTokenSigner.LIFE.multipliedBy(2).dividedBy(3);

    private final InnerTokenSigner signer;
    private final Actor.Patient patient;
    private volatile @Nullable Signed signed;

    public Caller(InnerTokenSigner signer) {
        this.signer = signer;
        var id = PatientId.random();
        this.patient = new Actor.Patient(id, new MailAddress("bench-" + id + "@example.org"), BrowserId.random());
    }

    private record Signed(String token, Instant at) {}

    public String address() {
        return patient.email().value();
    }

    /** Signs now what will be needed soon. */
    public void prepare() {
        token();
    }

    private String token() {
        var now = Instant.now();
        var last = signed;
        if (last != null && now.isBefore(last.at.plus(YOUNG))) {
            return last.token;
        }
        var fresh = signer.sign(new InnerIdentity(patient, null), "booking", now);
        signed = new Signed(fresh, now);
        return fresh;
    }

    /** A whole request, each with an idempotency key of its own. */
    public byte[] post(String path, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = "POST /api/v1/booking/" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.UTF_8);
    }

    /** A whole request without a body. */
    public static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
