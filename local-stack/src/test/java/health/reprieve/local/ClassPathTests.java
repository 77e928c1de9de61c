package health.reprieve.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What must not come with a library, in any of the services; this module has all of them on its class path. */
class ClassPathTests {

    /** With it Reactor restores thread-locals around each element of handle and tap; see decisions 0012 and 0013. */
    @Test
    void nothingRestoresThreadLocalsInReactorsChains() {
        assertThatThrownBy(() -> Class.forName("io.micrometer.context.ContextRegistry"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
