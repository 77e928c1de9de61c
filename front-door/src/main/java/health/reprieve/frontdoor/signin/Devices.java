package health.reprieve.frontdoor.signin;

import health.reprieve.access.MailAddress;
import health.reprieve.frontdoor.key.KeyedHash;
import health.reprieve.frontdoor.limit.Device;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Knows again, without a table, the browsers in which an address has signed in. */
@Service
public final class Devices {

    private final KeyedHash hash;

    Devices(KeyedHash hash) {
        this.hash = hash;
    }

    /** What the browser keeps from now on, after it has signed in as this address. */
    public DeviceProof signedIn(MailAddress email, @Nullable DeviceProof before) {
        var device = before == null ? DeviceProof.fresh() : before;
        return device.marked(mark(device, email));
    }

    /** The device, if this address has signed in on it. */
    Optional<Device> known(DeviceProof proof, MailAddress email) {
        var expected = bytes(mark(proof, email));
        return proof.marks().stream().anyMatch(mark -> MessageDigest.isEqual(bytes(mark), expected))
                ? Optional.of(new Device(proof.device()))
                : Optional.empty();
    }

    private String mark(DeviceProof proof, MailAddress email) {
        return hash.of("device", proof.device(), email.value());
    }

    private static byte[] bytes(String mark) {
        return mark.getBytes(StandardCharsets.US_ASCII);
    }
}
