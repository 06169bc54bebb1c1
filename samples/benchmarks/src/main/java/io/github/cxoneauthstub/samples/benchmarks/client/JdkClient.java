package io.github.cxoneauthstub.samples.benchmarks.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's HttpClient, made anew: what a test of a real client pays beside the server. */
public final class JdkClient implements TokenClient {
    @Override
    public String token(URI tokenUri) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(tokenUri)
                .header("Authorization", TokenRequest.AUTHORIZATION)
                .header("Content-Type", TokenRequest.FORM)
                .POST(BodyPublishers.ofString(TokenRequest.BODY))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
