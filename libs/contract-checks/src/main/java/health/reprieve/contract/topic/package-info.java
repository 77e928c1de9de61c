/** What a service declares, hears and names of topics and events, against the AsyncAPI document. */
@NullMarked
package health.reprieve.contract.topic;

import org.jspecify.annotations.NullMarked;
