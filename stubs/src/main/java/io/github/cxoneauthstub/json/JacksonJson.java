package io.github.cxoneauthstub.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cxoneauthstub.auth.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON by Jackson. Safe for use by several threads. */
public final class JacksonJson implements Json {
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final JsonFactory factory = mapper.getFactory();

    @Override
    public String write(Map<String, ?> object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException e) {
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
        try {
            return mapper.readTree(text).isMissingNode() ? Optional.of("it is empty") : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(
                    "it breaks off or goes wrong in line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }
}
