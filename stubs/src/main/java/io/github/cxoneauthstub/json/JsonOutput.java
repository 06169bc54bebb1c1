package io.github.cxoneauthstub.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonBoolean;
import io.github.cxoneauthstub.auth.JsonValue.JsonNumber;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes values without blanks, in their order. */
final class JsonOutput {
    private JsonOutput() {}

    static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof JsonValue read) {
            writeAgain(read, out);
        } else if (value instanceof Optional<?> optional) {
            writeOrNull(optional, out);
        } else if (value instanceof Map<?, ?> object) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                out.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> array) {
            out.writeStartArray();
            for (Object element : array) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Number || value instanceof Boolean) {
            out.writeRawValue(value.toString());
        } else {
            out.writeString(value.toString());
        }
    }

    private static void writeOrNull(Optional<?> value, JsonGenerator out) throws IOException {
        if (value.isPresent()) {
            write(value.get(), out);
        } else {
            out.writeNull();
        }
    }

    private static void writeAgain(JsonValue value, JsonGenerator out) throws IOException {
        if (value instanceof JsonObject object) {
            out.writeStartObject();
            for (JsonValue.Member member : object.members()) {
                out.writeFieldName(member.name());
                writeAgain(member.value(), out);
            }
            out.writeEndObject();
        } else if (value instanceof JsonArray array) {
            out.writeStartArray();
            for (JsonValue element : array.elements()) {
                writeAgain(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof JsonString string) {
            out.writeString(string.text());
        } else if (value instanceof JsonNumber number) {
            out.writeRawValue(number.literal());
        } else if (value instanceof JsonBoolean bool) {
            out.writeBoolean(bool.value());
        } else {
            out.writeNull();
        }
    }
}
