package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonBoolean;
import io.github.cxoneauthstub.auth.JsonValue.JsonNull;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.Letters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One value among settings: it knows its source, its line and the keys that lead to it, and is asked for what it should
 * be. Each conversion throws {@link SettingsException} if it is something else. What stands at or below a key such as
 * {@code secret} or {@code token} is never shown. Immutable.
 *
 * @since 0.1.0
 */
public final class Field {
    /** For keys and words of a configuration, which are short and few. */
    static final int LETTERS_FOR_A_SLIP = 2;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

    /** RFC 3339 section 5.6. */
    private static final Pattern INSTANT = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)",
            Pattern.CASE_INSENSITIVE);

    private final String source;
    private final String path;
    private final String key;
    private final JsonValue value;
    private final boolean secret;

    /** The whole of a source. */
    public Field(String source, JsonValue value) {
        this(source, "", "", value, false);
    }

    private Field(String source, String path, String key, JsonValue value, boolean secret) {
        this.source = source;
        this.path = path;
        this.key = key;
        this.value = value;
        this.secret = secret;
    }

    Field member(JsonValue.Member member) {
        String name = member.name();
        return new Field(source, child(name), name, member.value(), secret || Shown.isSecret(name));
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The key with those around it, as {@code clients[1].scopes[0]}; empty for the whole. */
    public String path() {
        return path;
    }

    /** What it is read from, as messages call it. */
    public String source() {
        return source;
    }

    /** The last key that leads to it; empty for the whole and for an element of an array. */
    public String key() {
        return key;
    }

    /** The line it begins in, from 1. */
    public int line() {
        return value.place().line();
    }

    /** Whether it is {@code null}. */
    public boolean isNull() {
        return value instanceof JsonNull;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return value instanceof JsonObject;
    }

    /** The value, whatever it is. */
    public JsonValue json() {
        return value;
    }

    /** A string; empty is one too. */
    public String text() {
        return text("a string in quotes");
    }

    private String text(String allowed) {
        if (value instanceof JsonString string) {
            return string.text();
        }
        throw fault(allowed);
    }

    /** Whether it is this text. */
    boolean isText(String text) {
        return value instanceof JsonString string && string.text().equals(text);
    }

    /** {@code true} or {@code false}. */
    public boolean bool() {
        if (value instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw fault("true or false, without quotes");
    }

    /** A whole number within bounds, both included. */
    public int integer(int least, int most) {
        if (value instanceof JsonNumber number
                && INTEGER.matcher(number.literal()).matches()) {
            int integer = Integer.parseInt(number.literal());
            if (integer >= least && integer <= most) {
                return integer;
            }
        }
        throw fault("a whole number from " + least + " to " + most);
    }

    /** A duration of ISO 8601, which may be negative. */
    public Duration duration() {
        String allowed = "a duration of ISO 8601 in quotes, for example \"PT1H\" or \"PT90S\"";
        String text = text(allowed);
        try {
            return Duration.parse(text);
        } catch (DateTimeException notIso) {
            throw fault(allowed);
        }
    }

    /** An instant of RFC 3339. */
    public Instant instant() {
        String allowed = "an instant of RFC 3339 in quotes, for example \"2027-01-01T00:00:00Z\"";
        String text = text(allowed);
        try {
            if (INSTANT.matcher(text).matches()) {
                return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            }
        } catch (DateTimeException noSuchDay) {
            throw fault(allowed);
        }
        throw fault(allowed);
    }

    /** What one of these words stands for. */
    public <T> T oneOf(Map<String, T> words) {
        String allowed = "one of " + String.join(", ", words.keySet());
        T meant = words.get(text(allowed));
        if (meant == null) {
            throw fault(allowed
                    + Letters.nearest(text(), words.keySet(), LETTERS_FOR_A_SLIP)
                            .map(word -> "; did you mean '" + word + "'?")
                            .orElse(""));
        }
        return meant;
    }

    /** An array. */
    public List<Field> elements() {
        if (!(value instanceof JsonArray array)) {
            throw wrongKind("an array in [ and ]");
        }
        List<Field> elements = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            elements.add(new Field(source, path + "[" + elements.size() + "]", "", element, secret));
        }
        return elements;
    }

    /** An object. */
    public Fields fields() {
        if (value instanceof JsonObject object) {
            return new Fields(this, object);
        }
        throw wrongKind("an object in { and }");
    }

    /** A text where clients belong may be {@code id:secret}: only what kind of value it is is shown. */
    private SettingsException wrongKind(String allowed) {
        return refused(value.kind() + " is not allowed here: it must be " + allowed);
    }

    /** What the model makes of it; what it finds wrong is told with this place. */
    public <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SettingsException placed) {
            throw placed;
        } catch (IllegalArgumentException wrong) {
            throw refused(String.valueOf(wrong.getMessage()));
        }
    }

    /** Lets the model do something with it; what it finds wrong is told with this place. */
    public void run(Runnable action) {
        read(() -> {
            action.run();
            return this;
        });
    }

    /** That this value is not what it should be. The value is shown unless it is a secret. */
    public SettingsException fault(String allowed) {
        String shown = secret ? value.kind() + ", which is not shown," : Shown.value(value);
        return refused(shown + " is not allowed here: it must be " + allowed);
    }

    /** That something else is wrong with it. */
    public SettingsException refused(String reason) {
        return new SettingsException(source, line(), path, reason);
    }

    SettingsException faultOf(JsonValue.Member member, String reason) {
        return new SettingsException(source, member.place().line(), child(member.name()), reason);
    }

    /** The place; never the value. */
    @Override
    public String toString() {
        return source + ", line " + line() + (path.isEmpty() ? "" : ": " + path);
    }
}
