package health.reprieve.ui;

import health.reprieve.ui.gallery.Gallery;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;

/** Tests with this talk HTTP to the {@link Gallery}; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Gallery.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "reprieve.ui.messages=messages/gallery",
            "reprieve.help.phone=+1 512 555 0150",
            "spring.http.codecs.max-in-memory-size=64KB",
            "spring.test.webtestclient.timeout=30s"
        })
@AutoConfigureWebTestClient
public @interface GalleryServer {}
