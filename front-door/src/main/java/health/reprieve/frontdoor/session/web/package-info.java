/** The session's cookie, and how a request is recognised by it. */
@NullMarked
package health.reprieve.frontdoor.session.web;

import org.jspecify.annotations.NullMarked;
