package health.reprieve.observability;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects whose members stay in the order in which they were named. */
final class Json {

    private Json() {}

    static Map<String, Object> of(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
