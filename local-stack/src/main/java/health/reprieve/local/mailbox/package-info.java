/** A mail server that delivers nothing: it keeps what the system sends, and a page to read it. */
@NullMarked
package health.reprieve.local.mailbox;

import org.jspecify.annotations.NullMarked;
