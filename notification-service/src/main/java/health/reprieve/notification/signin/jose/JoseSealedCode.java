package health.reprieve.notification.signin.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import health.reprieve.access.MailAddress;
import health.reprieve.access.token.KeyText;
import health.reprieve.notification.signin.SealedCode;
import java.text.ParseException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens a compact JWE of {@code {"email":…,"code":…}}, ECDH-ES+A256KW with A256GCM, and no other kind. */
@Component
@EnableConfigurationProperties(OpeningSettings.class)
final class JoseSealedCode implements SealedCode {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ECKey key;

    JoseSealedCode(OpeningSettings settings) {
        this.key = KeyText.use(OpeningSettings.KEY, settings.openingKey(), JoseSealedCode::key);
    }

    @Override
    public Opened open(String sealed) {
        try {
            var jwe = JWEObject.parse(sealed);
            requireOurKind(jwe.getHeader());
            jwe.decrypt(new ECDHDecrypter(key));
            var content = JSON.readTree(jwe.getPayload().toString());
            return new Opened(
                    new MailAddress(content.required("email").stringValue()),
                    content.required("code").stringValue());
        } catch (ParseException | JOSEException | JacksonException | IllegalArgumentException unreadable) {
            // not kept as a cause: its text may quote what was opened
            throw new Unopenable();
        }
    }

    private static void requireOurKind(JWEHeader header) {
        if (!JWEAlgorithm.ECDH_ES_A256KW.equals(header.getAlgorithm())
                || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())) {
            throw new Unopenable();
        }
    }

    private static ECKey key(String jwk) {
        try {
            var key = ECKey.parse(jwk);
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException unreadable) {
            // not kept as a cause: its text may quote the key
        }
        throw new IllegalArgumentException("it must be a private EC key (P-256) as a JWK");
    }
}
