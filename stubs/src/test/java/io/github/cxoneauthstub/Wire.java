package io.github.cxoneauthstub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A client that says exactly what it is told to, and hears exactly what comes back, one character for each byte. */
public final class Wire {
    private Wire() {}

    /** Sends it on a connection of its own, and reads until the server closes. */
    public static String send(URI server, String request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and says after it that no more will come. */
    public static String sendAll(URI server, String requests) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request with these header lines, a Content-Length, and the wish to close. */
    public static String request(String line, List<String> headers, String body) {
        String lines = headers.stream().map(header -> header + "\r\n").collect(Collectors.joining());
        return line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + lines + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** A valid token request of a client, by Basic. */
    public static String token(String path, String id, String secret) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(ISO_8859_1));
        return request(
                "POST " + path,
                List.of("Content-Type: application/x-www-form-urlencoded", "Authorization: Basic " + basic),
                "grant_type=client_credentials");
    }

    public static String get(String path, String... headers) {
        return request("GET " + path, List.of(headers), "");
    }

    public static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** The value of access_token. */
    public static String accessToken(String answer) {
        return answer.split("\"access_token\":\"", 2)[1].split("\"", 2)[0];
    }

    /** Whether nobody listens there any more; asked again for a while, because a closing port takes some moments. */
    public static boolean fallsSilent(URI server) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        boolean silent = !listens(server);
        while (!silent && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            silent = !listens(server);
        }
        return silent;
    }

    /** Whether somebody listens there. */
    public static boolean listens(URI server) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Threads for a test of its own. */
    static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count);
    }
}
