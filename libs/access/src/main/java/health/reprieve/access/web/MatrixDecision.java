package health.reprieve.access.web;

import health.reprieve.access.matrix.Verdict;
import org.springframework.security.authorization.AuthorizationResult;

/** A verdict of the matrix, in the form in which Spring Security carries it to the one who answers. */
record MatrixDecision(Verdict verdict) implements AuthorizationResult {

    @Override
    public boolean isGranted() {
        return verdict instanceof Verdict.Allowed;
    }
}
