/** What was said over HTTP against what the OpenAPI document promises. */
@NullMarked
package health.reprieve.contract.exchange;

import org.jspecify.annotations.NullMarked;
