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
 * Signs the certificates of one run. Its key is made when it is, is never written down, and is confined by name
 * constraints (RFC 5280 section 4.2.1.10) to this machine and to names that nobody can own: a tool that was told to
 * trust it, and never told otherwise, is in no danger. Its certificates are valid until the year 2100, since they guard
 * nothing and a test suite outlives its authors. Immutable; safe for use by several threads.
 */
final class TestAuthority {
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-12-31T23:59:59Z");
    private static final Instant LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");
    private static final int SERIAL_BITS = 64;

    /** Loopback of IPv4, and the one address of IPv6, each with its mask. */
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1/128");

    private final SecureRandom random;
    private final KeyPair keys;
    private final X500Principal name;
    private final X509Certificate certificate;

    private TestAuthority(String commonName, SecureRandom random) {
        this.random = random;
        this.keys = newKeys();
        this.name = new X500Principal("CN=" + commonName);
        this.certificate = signed(name, keys, UNTIL, this::authorityExtensions);
    }

    /** An authority with a key of its own. */
    static TestAuthority create(String commonName, SecureRandom random) {
        return new TestAuthority(commonName, random);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** For these names, and for this machine. */
    Identity forHosts(List<String> names) {
        return identity(
                Stream.concat(HostNames.ALWAYS.stream(), names.stream())
                        .distinct()
                        .toList(),
                HostNames.ADDRESSES,
                UNTIL);
    }

    /** For these names and no other, and no address. */
    Identity forNoneBut(String host) {
        return identity(List.of(host), List.of(), UNTIL);
    }

    /** For this machine, but valid no more. */
    Identity expired() {
        return identity(HostNames.ALWAYS, HostNames.ADDRESSES, LONG_AGO);
    }

    private Identity identity(List<String> names, List<String> addresses, Instant until) {
        KeyPair own = newKeys();
        GeneralNames subject = new GeneralNames(Stream.concat(
                        names.stream().map(each -> new GeneralName(GeneralName.dNSName, each)),
                        addresses.stream().map(each -> new GeneralName(GeneralName.iPAddress, each)))
                .toArray(GeneralName[]::new));
        X500Principal common = new X500Principal("CN=" + names.get(names.size() - 1));
        X509Certificate made = signed(common, own, until, builder -> serverExtensions(builder, own, subject));
        return new Identity(own.getPrivate(), made, certificate);
    }

    /** Adds what a kind of certificate has. */
    @FunctionalInterface
    private interface Extensions {
        void addTo(JcaX509v3CertificateBuilder builder) throws IOException, GeneralSecurityException;
    }

    private X509Certificate signed(X500Principal subject, KeyPair of, Instant until, Extensions extensions) {
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(0);
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name, serial, Date.from(FROM), Date.from(until), subject, of.getPublic());
            extensions.addTo(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate could be made for " + subject, e);
        }
    }

    private void authorityExtensions(JcaX509v3CertificateBuilder builder) throws IOException, GeneralSecurityException {
        GeneralSubtree[] permitted = Stream.concat(
                        HostNames.DOMAINS.stream().map(each -> new GeneralName(GeneralName.dNSName, each)),
                        LOOPBACK.stream().map(each -> new GeneralName(GeneralName.iPAddress, each)))
                .map(GeneralSubtree::new)
                .toArray(GeneralSubtree[]::new);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        builder.addExtension(Extension.nameConstraints, true, new NameConstraints(permitted, null));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    }

    private void serverExtensions(JcaX509v3CertificateBuilder builder, KeyPair own, GeneralNames names)
            throws IOException, GeneralSecurityException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, names);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(own.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(keys.getPublic()));
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
        return "TestAuthority[" + name + "]";
    }
}
