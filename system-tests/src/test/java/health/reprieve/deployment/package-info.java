/** Whether what is deployed fits what is built, told without a Docker engine. */
@NullMarked
package health.reprieve.deployment;

import org.jspecify.annotations.NullMarked;
