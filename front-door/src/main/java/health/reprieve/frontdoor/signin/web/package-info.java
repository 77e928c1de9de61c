/** The pages on which people sign in. */
@NullMarked
package health.reprieve.frontdoor.signin.web;

import org.jspecify.annotations.NullMarked;
