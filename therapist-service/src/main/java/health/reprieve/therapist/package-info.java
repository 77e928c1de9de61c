/** Who may practise where and until when, when they work, and which visits await them. */
@NullMarked
package health.reprieve.therapist;

import org.jspecify.annotations.NullMarked;
