package io.github.cxoneauthstub.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.auth.JsonLimits;
import io.github.cxoneauthstub.auth.JsonReading;
import io.github.cxoneauthstub.auth.JsonReading.Faulty;
import io.github.cxoneauthstub.auth.JsonReading.Whole;
import io.github.cxoneauthstub.auth.JsonValue;
import io.github.cxoneauthstub.auth.JsonValue.Place;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final JsonFactory factory = new JsonFactory();

    /** It remembers no names of what it read. */
    private final JsonFactory strict = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    @Override
    public String write(Map<String, ?> object) {
        return written(object);
    }

    @Override
    public String write(JsonValue value) {
        return written(value);
    }

    private String written(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = factory.createGenerator(text)) {
            JsonOutput.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public JsonReading read(byte[] bytes, JsonLimits limits) {
        if (bytes.length > limits.bytes()) {
            return new Faulty(new Place(1, 1), "it is longer than " + limits.bytes() + " bytes, which is the most");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (UTF_8.newDecoder().decode(in, out, true).isError()) {
            int lines = (int) out.flip().chars().filter(c -> c == '\n').count();
            return new Faulty(new Place(lines + 1, 1), "it is not UTF-8, which JSON files are written in");
        }
        String text = out.flip().toString();
        return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, limits.depth());
    }

    private JsonReading read(String text, int depth) {
        try (JsonParser parser = strict.createParser(text)) {
            JsonTree tree = new JsonTree(parser, depth);
            try {
                return new Whole(tree.whole());
            } catch (JsonTree.Refused refused) {
                return new Faulty(refused.place(), refused.sentence());
            } catch (JsonProcessingException fault) {
                JsonLocation location = Places.of(fault, parser);
                return new Faulty(Places.of(location), Places.sentence(fault, location, text, tree.isRead()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            try {
                return fault(parser);
            } catch (JsonProcessingException e) {
                return Optional.of("it breaks off or goes wrong in " + Places.of(Places.of(e, parser)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> fault(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            return Optional.of("it is empty");
        }
        parser.skipChildren();
        return parser.nextToken() == null ? Optional.empty() : Optional.of("something follows the first value");
    }
}
