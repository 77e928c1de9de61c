/** Who can sign in, and which patient, therapist or other person they are. */
@NullMarked
package health.reprieve.frontdoor.account;

import org.jspecify.annotations.NullMarked;
