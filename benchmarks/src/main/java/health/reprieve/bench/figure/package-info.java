/** A figure beside what it is held against, and the table and the document that show it. */
@NullMarked
package health.reprieve.bench.figure;

import org.jspecify.annotations.NullMarked;
