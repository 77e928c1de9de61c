/** Documents that the build makes from what it builds, and what they say held against what is shipped. */
@NullMarked
package health.reprieve.documents;

import org.jspecify.annotations.NullMarked;
