package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One object among settings. A key that is absent is empty; {@code null} is refused unless it is asked for with
 * {@link #find}. Everything throws {@link SettingsException} for what is not allowed. Immutable.
 *
 * @since 0.1.0
 */
public final class Fields {
    private final Field self;
    private final JsonObject object;

    Fields(Field self, JsonObject object) {
        this.self = self;
        this.object = object;
    }

    /** Refuses all keys but these. */
    public Fields allowOnly(String... keys) {
        List<String> allowed = Arrays.asList(keys);
        for (JsonValue.Member member : object.members()) {
            if (!allowed.contains(member.name())) {
                throw unknown(member, allowed);
            }
        }
        return this;
    }

    private SettingsException unknown(JsonValue.Member member, List<String> allowed) {
        String list = allowed.isEmpty() ? "no key is allowed here" : "allowed are " + String.join(", ", allowed);
        if (!Shown.isWord(member.name())) {
            return self.refused("a key of " + member.name().length() + " characters, which is not shown, in line "
                    + member.place().line() + " is unknown: " + list);
        }
        String meant = Letters.nearest(member.name(), allowed, Field.LETTERS_FOR_A_SLIP)
                .map(key -> "did you mean '" + key + "'? ")
                .orElse("");
        return self.faultOf(member, "this key is unknown: " + meant + list);
    }

    /** Whether it has no key at all. */
    public boolean isEmpty() {
        return object.members().isEmpty();
    }

    /** All that is in it, in its order. */
    public List<Field> all() {
        return object.members().stream().map(self::member).toList();
    }

    /** The value of that key, which may be {@code null}. */
    public Optional<Field> find(String key) {
        return object.members().stream()
                .filter(member -> member.name().equals(key))
                .map(self::member)
                .findFirst();
    }

    /** The value of a key that must be there. */
    public Field get(String key) {
        return present(key).orElseThrow(() -> self.refused("the key '" + key + "' is missing here"));
    }

    private Optional<Field> present(String key) {
        Optional<Field> field = find(key);
        field.filter(Field::isNull).ifPresent(absent -> {
            throw absent.refused("null is not allowed here: leave the key out for what is usual");
        });
        return field;
    }

    /** A string. */
    public Optional<String> text(String key) {
        return value(key, Field::text);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool(String key) {
        return value(key, Field::bool);
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> integer(String key, int least, int most) {
        return value(key, field -> field.integer(least, most));
    }

    /** A duration of ISO 8601, which may be negative. */
    public Optional<Duration> duration(String key) {
        return value(key, Field::duration);
    }

    /** An instant of RFC 3339. */
    public Optional<Instant> instant(String key) {
        return value(key, Field::instant);
    }

    /** An array of strings. */
    public Optional<List<String>> texts(String key) {
        return value(key, field -> field.elements().stream().map(Field::text).toList());
    }

    /** An array; empty if the key is absent. */
    public List<Field> elements(String key) {
        return value(key, Field::elements).orElse(List.of());
    }

    /** Whatever is made of the value of a key. */
    public <T> Optional<T> value(String key, Function<Field, T> reading) {
        return present(key).map(reading);
    }

    /** That something is wrong with the object as a whole. */
    public SettingsException refused(String reason) {
        return self.refused(reason);
    }

    /** The place; never the values. */
    @Override
    public String toString() {
        return self.toString();
    }
}
