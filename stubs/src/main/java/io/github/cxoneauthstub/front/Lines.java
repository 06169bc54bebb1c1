package io.github.cxoneauthstub.front;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The codec's buffer, where it is stricter with us than by itself: it takes the end of the connection for the end of
 * the headers, knows a limit for each line but none for all, and believes "+5" to be the size of a chunk.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, section 7.1, chunked transfer coding</a>
 */
final class Lines extends SessionInputBufferImpl {

    /** What the lines that are read now belong to, and the answer if they are too long. */
    enum Part {
        REQUEST_LINE(414, "the request line is", "the request line is"),
        HEADERS(431, "a header is", "the headers are"),
        CHUNKS(400, "a line that frames chunks is", "the lines that frame chunks are");

        private final int status;
        private final String one;
        private final String all;

        Part(int status, String one, String all) {
            this.status = status;
            this.one = one;
            this.all = all;
        }
    }

    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,15}[ \\t]*(?:;[^\\x00\\r]*)?");

    private final FrontLimits limits;
    private Part part = Part.REQUEST_LINE;
    private int spent;
    private boolean sizeIsNext;

    Lines(FrontLimits limits) {
        super(8192, limits.line());
        this.limits = limits;
    }

    void begin(Part next) {
        part = next;
        spent = 0;
        sizeIsNext = next == Part.CHUNKS;
    }

    /** Waits for bytes between two requests, where the end of the connection is no fault; false if it has come. */
    boolean await(InputStream in) throws IOException {
        return hasBufferedData() || super.fillBuffer(in) > 0;
    }

    @Override
    public int fillBuffer(InputStream in) throws IOException {
        return unlessEnded(super.fillBuffer(in));
    }

    @Override
    public int read(byte[] bytes, int offset, int length, InputStream in) throws IOException {
        begin(part);
        return unlessEnded(super.read(bytes, offset, length, in));
    }

    private static int unlessEnded(int count) throws Refused {
        if (count < 0) {
            throw new Refused(400, "the request ended too early");
        }
        return count;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
        try {
            int length = super.readLine(line, in);
            spent += length + 1;
            int most = part == Part.HEADERS ? limits.head() : limits.line();
            if (spent > most) {
                throw tooLong(part.all, most);
            }
            checkChunkSize(line);
            return length;
        } catch (MessageConstraintException lineTooLong) {
            throw tooLong(part.one, limits.line());
        }
    }

    /** The size comes in the first line that is not empty, at the beginning and after each chunk. */
    private void checkChunkSize(CharArrayBuffer line) throws Refused {
        if (sizeIsNext && !line.isEmpty()) {
            sizeIsNext = false;
            if (!CHUNK_SIZE.matcher(line).matches()) {
                throw new Refused(400, "a chunk is longer than its size, or its size is no hexadecimal number");
            }
        }
    }

    private Refused tooLong(String what, int limit) {
        return new Refused(part.status, what + " longer than " + limit + " bytes");
    }
}
