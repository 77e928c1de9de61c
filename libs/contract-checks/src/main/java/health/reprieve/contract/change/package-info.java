/** What a change of an API does to those who use it. */
@NullMarked
package health.reprieve.contract.change;

import org.jspecify.annotations.NullMarked;
