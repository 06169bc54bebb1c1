package io.github.cxoneauthstub.samples.accesskey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests and reads JSON. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    Http(HttpClient client) {
        this.client = client;
    }

    static HttpRequest.Builder to(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Accept", "application/json");
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CxoneException("no answer from " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CxoneException(
                    "interrupted while waiting for " + request.uri().getPath(), e);
        }
    }

    /** The answer to a request that is meant to succeed. */
    JsonNode json(HttpRequest request) {
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new CxoneException(
                    response.statusCode(),
                    request.uri().getPath() + " answered " + response.statusCode() + error(response));
        }
        return parsed(response, request.uri());
    }

    private JsonNode parsed(HttpResponse<String> response, URI uri) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new CxoneException(uri.getPath() + " answered something that is no JSON", e);
        }
    }

    /** The error code, which is no secret. */
    private String error(HttpResponse<String> response) {
        try {
            String error = json.readTree(response.body()).path("error").asText();
            return error.isEmpty() ? "" : " " + error;
        } catch (JsonProcessingException noJson) {
            return "";
        }
    }
}
