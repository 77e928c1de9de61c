/** What a service counts and measures: every figure has a name, a meaning and bounded labels. */
@NullMarked
package health.reprieve.telemetry.metric;

import org.jspecify.annotations.NullMarked;
