/** Signing in with a code from a mail, without telling anybody who has an account. */
@NullMarked
package health.reprieve.frontdoor.signin;

import org.jspecify.annotations.NullMarked;
