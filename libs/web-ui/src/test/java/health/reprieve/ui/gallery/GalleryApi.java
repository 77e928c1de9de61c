package health.reprieve.ui.gallery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Operations that fail in every way, as a program and (without {@code /api}) as a person meets them. */
@RestController
class GalleryApi {

    record Visit(@NotBlank String name, @Size(max = 10) String note) {}

    @GetMapping(
            path = {"/api/visits/{id}", "/visits/{id}"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    String visit(@PathVariable UUID id) {
        return id.toString();
    }

    @GetMapping({"/api/search", "/search"})
    String search(@RequestParam int page) {
        return "page " + page;
    }

    @PostMapping(path = "/api/visits", consumes = MediaType.APPLICATION_JSON_VALUE)
    String create(@Valid @RequestBody Visit visit) {
        return visit.name();
    }

    @PostMapping(path = "/visits", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String send(@Valid @ModelAttribute Visit visit) {
        return visit.name();
    }

    /** What the gallery refuses. */
    abstract static sealed class Refused extends RuntimeException {

        static final class Taken extends Refused {}

        static final class Busy extends Refused {}

        static final class Wordless extends Refused {}

        static final class Often extends Refused {

            private final Duration wait;

            Often(Duration wait) {
                this.wait = wait;
            }

            Duration waitFor() {
                return wait;
            }
        }
    }

    @GetMapping("/api/taken")
    Mono<String> taken() {
        return Mono.error(new Refused.Taken());
    }

    @GetMapping("/api/busy")
    Mono<String> busy() {
        return Mono.error(new Refused.Busy());
    }

    @GetMapping("/api/wordless")
    Mono<String> wordless() {
        return Mono.error(new Refused.Wordless());
    }

    @GetMapping({"/api/broken", "/broken"})
    Mono<String> broken() {
        return Mono.error(new IllegalStateException("secret: pat@example.com"));
    }

    @RequestMapping({"/api/slow", "/slow"})
    Mono<String> slow() {
        return Mono.error(new TimeoutException("secret"));
    }

    @RequestMapping({"/api/cut", "/cut"})
    Mono<String> cut() {
        return Mono.error(new DataAccessResourceFailureException("secret"));
    }

    @PostMapping("/api/unbegun")
    Mono<String> unbegun() {
        return Mono.error(new CannotCreateTransactionException("secret"));
    }

    @GetMapping({"/api/often", "/often"})
    Mono<String> often(@RequestParam int seconds) {
        return Mono.error(new Refused.Often(Duration.ofSeconds(seconds)));
    }
}
