package health.reprieve.contract.exchange;

import java.util.List;

/** A service said what its document does not promise, or was asked what it does not allow. */
public final class PromiseBroken extends RuntimeException {

    PromiseBroken(Exchange exchange, String document, List<String> violations) {
        super("""
                %s, against %s:
                  %s
                Either the service or the document is wrong; contracts/README.md says how the document is made.""".formatted(exchange, document, String.join("\n  ", violations)));
    }
}
