package io.github.cxoneauthstub.tls;

import io.github.cxoneauthstub.auth.WrongCertificate;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Both sides of HTTPS under one test authority. Making it takes some 350 ms in a new JVM. Safe for use by several
 * threads.
 *
 * @since 0.1.0
 */
public final class TestTls {
    private static final String NAME = "cxone-auth-stubs test CA";

    private final SecureRandom random;
    private final TestAuthority authority;
    private final Trust trust;
    private final SSLContext server;
    private final Map<WrongCertificate, SSLContext> wrong = new EnumMap<>(WrongCertificate.class);

    /** Makes an authority. */
    public TestTls(SecureRandom random) {
        this.random = random;
        this.authority = TestAuthority.create(NAME, random);
        this.trust = new Trust(authority.root());
        this.server = context(new NamedIdentities(name -> authority.forHosts(List.of(name))));
    }

    /** What clients need. */
    public Trust trust() {
        return trust;
    }

    /** Shows a certificate for the name that a client asks for. */
    public SSLContext server() {
        return server;
    }

    /**
     * Shows one for the name that a client asks for, with this fault and no other. No session of {@link #server()} is
     * resumed by it, so that each client is shown it.
     */
    public synchronized SSLContext server(WrongCertificate kind) {
        return wrong.computeIfAbsent(kind, each -> context(new NamedIdentities(making(each))));
    }

    private Function<String, Identity> making(WrongCertificate kind) {
        return switch (kind) {
            case EXPIRED -> name -> authority.expired(List.of(name));
            case WRONG_HOST -> name -> authority.forNoneBut("another-host." + name);
            case UNKNOWN_CA -> {
                TestAuthority unknown = TestAuthority.create("a CA that nobody trusts", random);
                yield name -> unknown.forHosts(List.of(name));
            }
        };
    }

    /** Whether certificates are made for a host of this name. */
    public static boolean isServed(String host) {
        return HostNames.mayBe(host) || HostNames.ADDRESSES.contains(host);
    }

    /** The domains below which they are. */
    public static List<String> domains() {
        return HostNames.DOMAINS;
    }

    private static SSLContext context(X509ExtendedKeyManager keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {keys}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM speaks no TLS", e);
        }
    }
}
