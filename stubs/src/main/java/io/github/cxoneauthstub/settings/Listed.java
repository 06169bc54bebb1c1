package io.github.cxoneauthstub.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How the elements of an array are read no two of which may be the same.
 *
 * @param key what the elements are told apart by, for messages
 * @param reading reads one element
 * @param identity what must be different
 */
record Listed<T>(String key, Function<Field, T> reading, Function<T, String> identity) {

    List<T> read(List<Field> elements) {
        Map<String, Field> seen = new HashMap<>();
        List<T> values = new ArrayList<>();
        for (Field element : elements) {
            T value = reading.apply(element);
            Field before = seen.put(identity.apply(value), element);
            if (before != null) {
                throw element.fields()
                        .get(key)
                        .refused("there is another '" + identity.apply(value) + "' in line " + before.line()
                                + ": give one of them another " + key + ", or leave it out");
            }
            values.add(value);
        }
        return values;
    }
}
