package io.github.cxoneauthstub.launchers;

import io.github.cxoneauthstub.CxoneAuth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that sends JSON where a form is due. */
final class Client {
    private Client() {}

    static void ask(CxoneAuth auth) {
        HttpRequest request = HttpRequest.newBuilder(auth.tokenUri())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\",\"client_id\":\""
                        + auth.client().id() + "\"}"))
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it asked for a token", e);
        }
    }

    static void needToken(CxoneAuth auth) {
        ask(auth);
        throw new IllegalStateException("the client got no token");
    }
}
