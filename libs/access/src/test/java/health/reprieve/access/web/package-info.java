/** What the library promises, seen from outside. */
@NullMarked
package health.reprieve.access.web;

import org.jspecify.annotations.NullMarked;
