package health.reprieve.ui;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Gives every page its {@link Shell}. */
@ControllerAdvice
final class ShellAdvice {

    private final Shells shells;

    ShellAdvice(Shells shells) {
        this.shells = shells;
    }

    @ModelAttribute("shell")
    Shell shell(ServerWebExchange exchange) {
        return shells.around(exchange);
    }
}
