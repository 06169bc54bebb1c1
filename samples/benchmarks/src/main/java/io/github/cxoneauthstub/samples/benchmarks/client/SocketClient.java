package io.github.cxoneauthstub.samples.benchmarks.client;

import java.io.IOException;
import java.net.URI;

/** A client that costs next to nothing, so that what is left is the server's. */
public final class SocketClient implements TokenClient {
    @Override
    public String token(URI tokenUri) throws IOException {
        try (Connection connection = new Connection(tokenUri.getPort())) {
            int status = connection.exchange(TokenRequest.bytes(tokenUri.getPath(), tokenUri.getPort()));
            if (status != 200) {
                throw new IOException("status " + status);
            }
            return connection.body();
        }
    }
}
