/** Holds a service against what {@code contracts/} says of it. */
@NullMarked
package health.reprieve.contract;

import org.jspecify.annotations.NullMarked;
