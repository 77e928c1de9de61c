/** Writes the OpenAPI document of a service from its code: springdoc reads the controllers, the rest is derived here. */
@NullMarked
package health.reprieve.contract.writing;

import org.jspecify.annotations.NullMarked;
