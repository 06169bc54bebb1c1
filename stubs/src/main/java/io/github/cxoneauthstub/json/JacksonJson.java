package io.github.cxoneauthstub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cxoneauthstub.auth.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON by Jackson's streams: its data binding would cost a hundred milliseconds of every start. Safe for use by several
 * threads.
 *
 * @since 0.1.0
 */
public final class JacksonJson implements Json {
    private final JsonFactory factory = new JsonFactory();

    @Override
    public String write(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = factory.createGenerator(text)) {
            write(object, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Map<?, ?> object) {
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

    @Override
    public Optional<List<String>> memberNames(byte[] bytes) {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = factory.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            return parser.nextToken() == null ? Optional.of(names) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> fault(String text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.of("it is empty");
            }
            parser.skipChildren();
            return parser.nextToken() == null ? Optional.empty() : Optional.of("something follows the first value");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            return Optional.of(
                    "it breaks off or goes wrong in line " + place.getLineNr() + ", column " + place.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
