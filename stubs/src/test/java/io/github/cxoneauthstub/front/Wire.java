package io.github.cxoneauthstub.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends exactly the bytes it is told to, and reads answers one by one. One character is one byte. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    /** An answer as it came over the wire. */
    record Reply(int status, String statusLine, List<String> headers, String body) {

        boolean has(String header) {
            return headers.stream().anyMatch(header::equalsIgnoreCase);
        }

        boolean hasName(String name) {
            return headers.stream().anyMatch(each -> startsWith(each, name + ":"));
        }
    }

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Wire send(String bytes) throws IOException {
        return send(bytes.getBytes(ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Wire halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Reply reply() throws IOException {
        return reply("GET");
    }

    Reply reply(String method) throws IOException {
        String statusLine = line();
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        int status = Integer.parseInt(statusLine.split(" ", -1)[1]);
        boolean bodiless = status < 200 || status == 204 || status == 304 || method.equals("HEAD");
        return new Reply(status, statusLine, headers, bodiless ? "" : body(headers));
    }

    /** True when the server has closed the connection in an orderly way, and nothing more comes. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /** True when no byte of an answer has come so far. */
    boolean hasNothingYet() throws IOException {
        return in.available() == 0;
    }

    String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    private String body(List<String> headers) throws IOException {
        for (String header : headers) {
            if (startsWith(header, "content-length:")) {
                return take(Integer.parseInt(header.substring(15).strip()));
            }
            if (startsWith(header, "transfer-encoding:")) {
                return chunks();
            }
        }
        return rest();
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(take(size));
            line();
        }
        line();
        return body.toString();
    }

    private String take(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new IOException("the answer ended " + (size - bytes.length) + " bytes too early");
        }
        return new String(bytes, ISO_8859_1);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed in the middle of a line: '" + line.toString(ISO_8859_1) + "'");
            }
            line.write(next);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean startsWith(String header, String name) {
        return header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
