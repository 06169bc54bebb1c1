package io.github.cxoneauthstub.front;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * What a client of TLS says first, read whole before TLS is asked: who only connects, or speaks something else, has no
 * part in it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-5.1">RFC 8446, section 5.1, record layer</a>
 */
final class ClientHello {
    private static final int HANDSHAKE = 0x16;
    private static final int MAJOR_VERSION = 3;
    private static final int MOST = 1 << 14;

    private ClientHello() {}

    /**
     * The first record of a client.
     *
     * @throws Refused if it is none
     * @throws NotAgreed if it did not come to its end
     * @throws IOException if the client left or waited without a word
     */
    static byte[] read(Socket tcp, FrontLimits limits) throws IOException {
        ClientInput in = new ClientInput(tcp);
        in.allow(limits.idle());
        int first = in.read();
        if (first < 0) {
            throw new EOFException("the client left without a word");
        }
        in.allow(limits.patience());
        try {
            return read(first, in);
        } catch (SocketTimeoutException slow) {
            throw new NotAgreed(Disagreement.slowness(limits));
        } catch (SocketException reset) {
            throw new NotAgreed(Disagreement.LEFT);
        }
    }

    private static byte[] read(int first, ClientInput in) throws IOException {
        int version = first == HANDSHAKE ? in.read() : -1;
        int minor = version == MAJOR_VERSION ? in.read() : -1;
        int high = minor < 0 ? -1 : in.read();
        int low = high < 0 ? -1 : in.read();
        int length = (high << Byte.SIZE) + low;
        if (low < 0 || length > MOST) {
            throw new Refused(400, "this port speaks TLS, but the client began with something else: use https://");
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(new byte[] {(byte) first, (byte) version, (byte) minor, (byte) high, (byte) low});
        record.writeBytes(in.readNBytes(length));
        return record.toByteArray();
    }
}
