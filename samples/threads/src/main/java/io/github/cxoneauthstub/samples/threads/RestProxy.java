package io.github.cxoneauthstub.samples.threads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cxoneauthstub.samples.threads.Http.Answer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a scripting platform has instead of an HTTP client, after what its help says of calls from scripts: an object
 * becomes JSON text, the body is labelled as a form unless a header says otherwise, and a call that failed is tried two
 * times by itself (we read: twice more) before the script sees the answer.
 */
final class RestProxy {
    private static final int RETRIES = 2;

    private final URI base;

    RestProxy(URI base) {
        this.base = base;
    }

    /** As thread 000 types it: {@code GetRESTProxy("POST", path, {...}, {...})}. */
    Answer call(String verb, String path, Map<String, String> object, Map<String, String> headers) {
        try {
            String payload = object.isEmpty() ? "" : new ObjectMapper().writeValueAsString(object);
            return call(verb, path, payload, headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The same with a payload that is text already. */
    Answer call(String verb, String path, String payload, Map<String, String> headers) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("Accept", "application/json");
        sent.put("Content-Type", "application/x-www-form-urlencoded");
        sent.putAll(headers);
        String[] lines = sent.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toArray(String[]::new);
        Answer answer = Http.send(verb, base.resolve(path), payload, lines);
        for (int retries = 0; retries < RETRIES && answer.status() >= 400; retries++) {
            answer = Http.send(verb, base.resolve(path), payload, lines);
        }
        return answer;
    }
}
