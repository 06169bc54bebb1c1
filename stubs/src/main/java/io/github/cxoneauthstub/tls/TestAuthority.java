package io.github.cxoneauthstub.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs the certificates of one run. Clients trust its root, whose key signs one certificate, that of the issuer, and
 * is forgotten; the issuer's key stays in this process. Both are confined by name constraints (RFC 5280 section
 * 4.2.1.10) to this machine and to names that nobody can own: a tool that was told to trust the root, and never told
 * otherwise, is in no danger. It takes an issuer for that, because Java heeds no constraints of a root. Immutable; safe
 * for use by several threads.
 */
final class TestAuthority {
    /** Apple's platforms take a longer time than 825 days only of certificates from before 2019-07-01. */
    private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");

    /** They guard nothing, and a test suite outlives its authors. */
    private static final Instant UNTIL = Instant.parse("2099-12-31T23:59:59Z");

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int SERIAL_BITS = 64;

    /** Names are where RFC 9525 wants them, in an extension; a common name has room for 64 characters only. */
    private static final X500Principal SERVER = new X500Principal("CN=cxone-auth-stubs test server");

    /** Loopback of IPv4, and the one address of IPv6, each with its mask. */
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    private final SecureRandom random;
    private final Signer issuer;
    private final X509Certificate root;
    private final X509Certificate issuing;

    /** Who signs, and with what; it is never shown. */
    private static final class Signer {
        final X500Principal name;
        final KeyPair keys;

        Signer(String commonName, KeyPair keys) {
            this.name = new X500Principal("CN=" + commonName);
            this.keys = keys;
        }
    }

    private TestAuthority(String commonName, SecureRandom random) {
        this.random = random;
        Signer above = new Signer(commonName, newKeys());
        this.issuer = new Signer(commonName + " (issuer)", newKeys());
        this.root = signed(above, above.name, above.keys, UNTIL, builder -> authorityExtensions(builder, 1));
        this.issuing = signed(above, issuer.name, issuer.keys, UNTIL, builder -> {
            authorityExtensions(builder, 0);
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(above.keys.getPublic()));
        });
    }

    /** An authority with keys of its own. */
    static TestAuthority create(String commonName, SecureRandom random) {
        return new TestAuthority(commonName, random);
    }

    /** What clients trust. */
    X509Certificate root() {
        return root;
    }

    /** For these names, and for this machine. */
    Identity forHosts(List<String> names) {
        return forHosts(names, UNTIL);
    }

    /** For these names, and for this machine, but valid no more. */
    Identity expired(List<String> names) {
        return forHosts(names, LONG_AGO);
    }

    private Identity forHosts(List<String> names, Instant until) {
        return identity(
                Stream.concat(HostNames.ALWAYS.stream(), names.stream())
                        .distinct()
                        .toList(),
                HostNames.ADDRESSES,
                until);
    }

    /** For these names and no other, and no address. */
    Identity forNoneBut(String host) {
        return identity(List.of(host), List.of(), UNTIL);
    }

    private Identity identity(List<String> names, List<String> addresses, Instant until) {
        KeyPair own = newKeys();
        GeneralNames subject = new GeneralNames(Stream.concat(
                        names.stream().map(each -> new GeneralName(GeneralName.dNSName, each)),
                        addresses.stream().map(each -> new GeneralName(GeneralName.iPAddress, each)))
                .toArray(GeneralName[]::new));
        X509Certificate made = signed(issuer, SERVER, own, until, builder -> serverExtensions(builder, subject));
        return new Identity(own.getPrivate(), made, issuing);
    }

    /** Adds what a kind of certificate has. */
    @FunctionalInterface
    private interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws IOException, GeneralSecurityException;
    }

    private X509Certificate signed(Signer by, X500Principal subject, KeyPair of, Instant until, Extensions extensions) {
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(0);
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    by.name, serial, Date.from(FROM), Date.from(until), subject, of.getPublic());
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(of.getPublic()));
            extensions.addTo(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate could be made for " + subject, e);
        }
    }

    /** @param below how many authorities there may be below it */
    private static void authorityExtensions(JcaX509v3CertificateBuilder builder, int below) throws IOException {
        GeneralSubtree[] permitted = Stream.concat(
                        HostNames.DOMAINS.stream().map(each -> new GeneralName(GeneralName.dNSName, each)),
                        LOOPBACK.stream().map(each -> new GeneralName(GeneralName.iPAddress, each)))
                .map(GeneralSubtree::new)
                .toArray(GeneralSubtree[]::new);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(below));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
    }

    private void serverExtensions(JcaX509v3CertificateBuilder builder, GeneralNames names)
            throws IOException, GeneralSecurityException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, names);
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.keys.getPublic()));
    }

    private KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM makes no keys of the curve P-256", e);
        }
    }

    /** The name; never the key. */
    @Override
    public String toString() {
        return "TestAuthority[" + root.getSubjectX500Principal() + "]";
    }
}
