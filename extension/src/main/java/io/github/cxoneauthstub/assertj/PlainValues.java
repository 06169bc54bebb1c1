package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonBoolean;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as values of Java, which a test can name: text, {@code Long} or {@code BigDecimal}, booleans, lists, maps. */
final class PlainValues {
    private PlainValues() {}

    static Map<String, Object> of(JsonObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.members().forEach(member -> values.put(member.name(), of(member.value())));
        return Collections.unmodifiableMap(values);
    }

    private static List<Object> of(JsonArray array) {
        List<Object> values = new ArrayList<>();
        array.elements().forEach(element -> values.add(of(element)));
        return Collections.unmodifiableList(values);
    }

    private static @Nullable Object of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return of(object);
        }
        if (value instanceof JsonArray array) {
            return of(array);
        }
        if (value instanceof JsonString string) {
            return string.text();
        }
        if (value instanceof JsonNumber number) {
            return number(number.literal());
        }
        return value instanceof JsonBoolean bool ? bool.value() : null;
    }

    private static Object number(String literal) {
        try {
            return Long.valueOf(literal);
        } catch (NumberFormatException notOfThatRange) {
            return new BigDecimal(literal);
        }
    }

    /** Whether they are the same for a reader of JSON, which knows one kind of number. */
    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            return first.size() == second.size() && isSameInOrder(first, second);
        }
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream().allMatch(key -> isSame(first.get(key), second.get(key)));
        }
        return Objects.equals(one, other);
    }

    private static boolean isSameInOrder(List<?> first, List<?> second) {
        for (int i = 0; i < first.size(); i++) {
            if (!isSame(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }
}
