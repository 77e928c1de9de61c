package health.reprieve.therapist.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param next from where the next page goes on; null: this is the last
 */
public record LicenceList(List<Licence> licences, @Nullable LicenceEnd next) {

    public LicenceList {
        licences = List.copyOf(licences);
    }
}
