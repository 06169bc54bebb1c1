package io.github.cxoneauthstub.auth;

import java.util.List;
import java.util.Optional;

/**
 * JSON as it was read (RFC 8259): a closed value that knows where in its text it stands, so that who finds it wrong can
 * say where. Immutable. It may hold a secret, so its text tells kind and place only.
 *
 * @since 0.1.0
 */
public sealed interface JsonValue {

    /** Where it begins. */
    Place place();

    /** What it is, as the object of a sentence: {@code a number}. */
    String kind();

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column in characters, from 1
     */
    record Place(int line, int column) {
        /** As a sentence names it. */
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /**
     * An object; no two members have one name.
     *
     * @param members in their order
     */
    record JsonObject(Place place, List<Member> members) implements JsonValue {
        /** Keeps its own copy of the members. */
        public JsonObject {
            members = List.copyOf(members);
        }

        /** The value of that name. */
        public Optional<JsonValue> find(String name) {
            return members.stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }

        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public String toString() {
            return described(this);
        }
    }

    /**
     * One member of an object.
     *
     * @param name its name
     * @param place where the name begins
     * @param value its value
     */
    record Member(String name, Place place, JsonValue value) {
        @Override
        public String toString() {
            return "a member with " + value;
        }
    }

    /**
     * An array.
     *
     * @param elements in their order
     */
    record JsonArray(Place place, List<JsonValue> elements) implements JsonValue {
        /** Keeps its own copy of the elements. */
        public JsonArray {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "an array";
        }

        @Override
        public String toString() {
            return described(this);
        }
    }

    /**
     * A string.
     *
     * @param text without quotation marks and escapes
     */
    record JsonString(Place place, String text) implements JsonValue {
        @Override
        public String kind() {
            return "a string";
        }

        @Override
        public String toString() {
            return described(this);
        }
    }

    /**
     * A number, however large.
     *
     * @param literal as it was written
     */
    record JsonNumber(Place place, String literal) implements JsonValue {
        @Override
        public String kind() {
            return "a number";
        }

        @Override
        public String toString() {
            return described(this);
        }
    }

    /**
     * {@code true} or {@code false}.
     *
     * @param value which of them
     */
    record JsonBoolean(Place place, boolean value) implements JsonValue {
        @Override
        public String kind() {
            return "a boolean";
        }

        @Override
        public String toString() {
            return described(this);
        }
    }

    /** {@code null}. */
    record JsonNull(Place place) implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }

        @Override
        public String toString() {
            return described(this);
        }
    }

    private static String described(JsonValue value) {
        return value.kind() + " in " + value.place();
    }
}
