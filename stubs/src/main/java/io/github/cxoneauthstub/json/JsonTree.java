package io.github.cxoneauthstub.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonBoolean;
import io.github.cxoneauthstub.auth.JsonValue.JsonNull;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.JsonValue.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the value that a stream of tokens tells, with the place of each part. */
final class JsonTree {
    static final String BEHIND = "something follows the end of the first value";
    private static final int LONGEST_NAME_SHOWN = 40;

    private final JsonParser parser;
    private final int deepest;
    private boolean isRead;

    /** It is JSON, but more or other than is read; the sentence is ours. */
    static final class Refused extends IOException {
        private final Place place;
        private final String sentence;

        Refused(Place place, String sentence) {
            super(sentence);
            this.place = place;
            this.sentence = sentence;
        }

        Place place() {
            return place;
        }

        String sentence() {
            return sentence;
        }
    }

    JsonTree(JsonParser parser, int deepest) {
        this.parser = parser;
        this.deepest = deepest;
    }

    /** The one value that the text is. */
    JsonValue whole() throws IOException {
        if (parser.nextToken() == null) {
            throw new Refused(new Place(1, 1), "it is empty");
        }
        JsonValue value = value(1);
        isRead = true;
        if (parser.nextToken() != null) {
            throw new Refused(place(), BEHIND);
        }
        return value;
    }

    /** Whether the value itself was read, so that what is wrong is behind it. */
    boolean isRead() {
        return isRead;
    }

    private JsonValue value(int depth) throws IOException {
        Place place = place();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(place, depth);
            case START_ARRAY -> array(place, depth);
            case VALUE_STRING -> new JsonString(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(place, parser.getText());
            case VALUE_TRUE -> new JsonBoolean(place, true);
            case VALUE_FALSE -> new JsonBoolean(place, false);
            case VALUE_NULL -> new JsonNull(place);
            default -> throw new Refused(place, "no value begins here");
        };
    }

    private JsonObject object(Place place, int depth) throws IOException {
        checkDepth(place, depth);
        List<Member> members = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Place named = place();
            Place before = seen.put(name, named);
            if (before != null) {
                throw new Refused(named, shown(name) + " is there twice, first in line " + before.line());
            }
            parser.nextToken();
            members.add(new Member(name, named, value(depth + 1)));
        }
        return new JsonObject(place, members);
    }

    private JsonArray array(Place place, int depth) throws IOException {
        checkDepth(place, depth);
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(depth + 1));
        }
        return new JsonArray(place, elements);
    }

    private void checkDepth(Place place, int depth) throws Refused {
        if (depth > deepest) {
            throw new Refused(place, "more than " + deepest + " objects and arrays are within one another");
        }
    }

    /** What is no word may be a secret in the wrong place. */
    private static String shown(String name) {
        boolean word = name.length() <= LONGEST_NAME_SHOWN && name.matches("[A-Za-z][\\w.-]*");
        return word ? "the key '" + name + "'" : "a key";
    }

    private Place place() {
        return Places.of(parser.currentTokenLocation());
    }
}
