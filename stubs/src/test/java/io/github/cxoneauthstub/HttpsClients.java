package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Clients of a server over HTTPS. */
record HttpsClients(CxoneAuth auth) {
    SSLSocket handshake(String name, String... protocols) throws IOException {
        return handshakeAt(auth.https().baseUri(), name, protocols);
    }

    SSLSocket handshakeAt(URI base, String name, String... protocols) throws IOException {
        SSLSocket socket = (SSLSocket) auth.https()
                .trust()
                .sslContext()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), base.getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(name.getBytes(UTF_8))));
        parameters.setApplicationProtocols(protocols);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    HttpClient trusting() {
        return client(auth.https().trust().sslContext());
    }

    static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder().sslContext(context).build();
    }

    HttpRequest tokenRequest(URI uri) {
        String secret = java.net.URLEncoder.encode(auth.client().secret(), UTF_8);
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + auth.client().id() + "&client_secret=" + secret))
                .build();
    }
}
