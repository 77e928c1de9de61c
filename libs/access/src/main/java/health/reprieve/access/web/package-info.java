/**
 * Every request is somebody's: reads the inner token, asks the matrix, wants a form token for every change, and hands
 * controllers their {@code Actor}.
 */
@NullMarked
package health.reprieve.access.web;

import org.jspecify.annotations.NullMarked;
