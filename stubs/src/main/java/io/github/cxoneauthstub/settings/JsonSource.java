package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading;

/**
 * Reads a JSON text with settings in it, under the name that messages call it by.
 *
 * <pre>{@code
 * Fields body = new JsonSource("request body", json).read(bytes).fields();
 * body.allowOnly("advance", "set", "frozen");
 * Optional<Duration> advance = body.duration("advance");
 * }</pre>
 *
 * @param name what is read: the name of a file, or "request body"
 * @param json how it is read
 * @since 0.1.0
 */
public record JsonSource(String name, Json json) {

    /**
     * The whole value.
     *
     * @throws SettingsException if it is not one JSON value, or larger than {@link JsonLimits#USUAL}
     */
    public Field read(byte[] bytes) {
        JsonReading reading = json.read(bytes, JsonLimits.USUAL);
        if (reading instanceof JsonReading.Whole whole) {
            return new Field(name, whole.value());
        }
        JsonReading.Faulty faulty = (JsonReading.Faulty) reading;
        throw SettingsException.at(faulty.place(), name, faulty.sentence());
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
