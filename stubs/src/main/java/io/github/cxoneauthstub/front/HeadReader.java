package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.io.AbstractMessageParser;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.LazyLineParser;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads one head: the codec cuts it up, and what is checked here is where two readers could understand it differently.
 * A folded header line is joined by the codec, with one blank, and handed on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-2.2">RFC 9112, section 2.2, message parsing</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.5">RFC 9110, section 5.5, field values</a>
 */
final class HeadReader {

    private static final int BLANK_LINES = 3;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern REQUEST_LINE = Pattern.compile(TOKEN + " [^\\x00-\\x20\\x7f]+ HTTP/1\\.[01]");
    private static final Pattern HEADER_LINE = Pattern.compile(TOKEN + ":[^\\x00\\r]*");
    private static final Pattern TARGET = Pattern.compile("/.*|(?i:https?)://[^/?].*", Pattern.DOTALL);

    private final Lines lines;
    private final InputStream in;
    private final FrontLimits limits;
    private String method = "";
    private String target = "";

    HeadReader(Lines lines, InputStream in, FrontLimits limits) {
        this.lines = lines;
        this.in = in;
        this.limits = limits;
    }

    /** The method of the request that is being read, or "" as long as its first line is not understood. */
    String method() {
        return method;
    }

    /** The target of the request that is being read, or "" as long as its first line is not understood. */
    String target() {
        return target;
    }

    /** Begins with another request. */
    void forget() {
        method = "";
        target = "";
    }

    Head read() throws IOException {
        RequestLine first = requestLine();
        method = first.getMethod();
        target = first.getUri();
        checkTarget();
        String version = first.getProtocolVersion().toString();
        Head head = new Head(method, target, version, headerLines());
        int hosts = head.values("Host").size();
        if (hosts > 1 || (hosts == 0 && head.isHttp11())) {
            throw new Refused(400, "the request has " + hosts + " Host headers instead of one");
        }
        return head;
    }

    private RequestLine requestLine() throws IOException {
        lines.begin(Lines.Part.REQUEST_LINE);
        CharArrayBuffer line = new CharArrayBuffer(128);
        for (int blank = 0; line.isEmpty() && blank <= BLANK_LINES; blank++) {
            lines.readLine(line, in);
        }
        try {
            RequestLine first = BasicLineParser.INSTANCE.parseRequestLine(line);
            if (first.getProtocolVersion().getMajor() != 1
                    || first.getProtocolVersion().getMinor() > 1) {
                throw new Refused(400, "only HTTP/1.1 and HTTP/1.0 are spoken here");
            }
            if (REQUEST_LINE.matcher(line).matches()) {
                return first;
            }
        } catch (HttpException | IllegalArgumentException unreadable) {
            // its message quotes the line
        }
        throw new Refused(400, "the first line is not 'METHOD target HTTP/1.1'");
    }

    private void checkTarget() throws Refused {
        if (method.equals("CONNECT")) {
            throw new Refused(405, "this server is no tunnel");
        }
        boolean asterisk = target.equals("*") && method.equals("OPTIONS");
        if (!asterisk && !TARGET.matcher(target).matches()) {
            throw new Refused(400, "the request target is neither a path nor a URL");
        }
    }

    private List<HttpHeader> headerLines() throws IOException {
        lines.begin(Lines.Part.HEADERS);
        List<HttpHeader> headers = new ArrayList<>();
        for (Header header : parsed()) {
            CharArrayBuffer line = ((FormattedHeader) header).getBuffer();
            if (!HEADER_LINE.matcher(line).matches()) {
                throw new Refused(400, "header " + (headers.size() + 1) + " is not 'name: value'");
            }
            headers.add(new HttpHeader(header.getName(), header.getValue()));
        }
        return headers;
    }

    private Header[] parsed() throws IOException {
        try {
            return AbstractMessageParser.parseHeaders(lines, in, -1, limits.line(), LazyLineParser.INSTANCE);
        } catch (MessageConstraintException folded) {
            throw new Refused(431, "a header is longer than " + limits.line() + " bytes");
        } catch (HttpException unreadable) {
            throw new Refused(400, "a header is not 'name: value'");
        }
    }
}
