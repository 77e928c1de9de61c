/** Journeys in a real browser. Built and run only where there is one. */
@NullMarked
package health.reprieve.journeys.browser;

import org.jspecify.annotations.NullMarked;
