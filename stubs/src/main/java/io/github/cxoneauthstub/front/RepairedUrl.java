package io.github.cxoneauthstub.front;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL that WireMock is shown. It decodes URLs strictly, and throws before any extension is asked; so everything
 * illegal is escaped ({@code %zz} becomes {@code %25zz}, which decodes to {@code %zz}), and a Host that no URL can have
 * gives way to the address that the client connected to.
 */
final class RepairedUrl {

    private static final Pattern ILLEGAL = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^!$-;=?-Z_a-z~]");
    private static final Pattern SCHEME_AND_AUTHORITY = Pattern.compile("^(?i:https?)://[^/?]*");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[0-9A-Za-z._~-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
    private static final int HIGHEST_PORT = 65535;

    private RepairedUrl() {}

    static String of(Head head, Line line) {
        String host = head.values("Host").stream().findFirst().orElse("");
        return line.scheme() + "://" + (isUsable(host) ? host : address(line.socket())) + pathAndQuery(head);
    }

    /** Path and query with all that is illegal escaped; the authority of an absolute target is left out. */
    static String pathAndQuery(Head head) {
        String path = SCHEME_AND_AUTHORITY.matcher(head.target()).replaceFirst("");
        return ILLEGAL.matcher(path.startsWith("/") ? path : "/" + path).replaceAll(RepairedUrl::escaped);
    }

    private static String escaped(MatchResult illegal) {
        return String.format("%%%02X", (int) illegal.group().charAt(0));
    }

    private static boolean isUsable(String host) {
        Matcher authority = AUTHORITY.matcher(host);
        if (!authority.matches()) {
            return false;
        }
        String port = authority.group(1);
        if (port != null && Integer.parseInt(port) > HIGHEST_PORT) {
            return false;
        }
        try {
            new URI("http://" + host + "/").toURL();
            return true;
        } catch (URISyntaxException | MalformedURLException noAddress) {
            return false;
        }
    }

    private static String address(Socket socket) {
        InetAddress address = socket.getLocalAddress();
        String text = address.getHostAddress();
        String host = address instanceof Inet6Address ? "[" + text.replaceFirst("%.*", "") + "]" : text;
        return host + ":" + socket.getLocalPort();
    }
}
