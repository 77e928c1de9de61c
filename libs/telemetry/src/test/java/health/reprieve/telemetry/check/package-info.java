/** What the tests of every service ask of its figures. */
@NullMarked
package health.reprieve.telemetry.check;

import org.jspecify.annotations.NullMarked;
