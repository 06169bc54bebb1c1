package io.github.cxoneauthstub.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the model needs of JSON. A port: the model knows no JSON library. Implementations are safe for several threads.
 *
 * @since 0.1.0
 */
public interface Json {

    /**
     * Writes an object; its values are text, numbers, booleans, lists, maps, what was read, and any of these in an
     * {@link Optional}, which is null if it is empty; members keep their order.
     */
    String write(Map<String, ?> object);

    /** Writes a value that was read; numbers stay as they were written. */
    String write(JsonValue value);

    /**
     * Reads one value and nothing else, strictly: UTF-8 (a byte order mark may precede), no repeated names, no numbers
     * that RFC 8259 does not know, within limits. Never throws.
     */
    JsonReading read(byte[] bytes, JsonLimits limits);

    /** The names of the members if these bytes are a JSON object and nothing else; never throws. */
    Optional<List<String>> memberNames(byte[] bytes);

    /** Why a text is not one JSON value; empty if it is one. Quotes nothing of the text. */
    Optional<String> fault(String text);
}
