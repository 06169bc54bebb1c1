package io.github.cxoneauthstub.tls;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cxoneauthstub.auth.WrongCertificate;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the authority signs, and who believes it. */
class TestAuthorityTest {
    private static final TestAuthority AUTHORITY = TestAuthority.create("test CA", new SecureRandom());
    private static final Trust TRUST = new Trust(AUTHORITY.root());

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "login.localtest", "a.b.test", "test"})
    void nameThatNobodyOwns_isBelieved(String name) {
        assertThatCode(() -> check(AUTHORITY.forHosts(List.of(name)))).doesNotThrowAnyException();
    }

    /** Whoever got hold of its key could not harm anybody who trusts it: Java heeds the constraints of the issuer. */
    @ParameterizedTest
    @ValueSource(strings = {"example.com", "cxone.niceincontact.com", "localhost.example", "xtest", "test.com"})
    void nameOfOthers_isNotBelieved(String name) {
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> check(AUTHORITY.forNoneBut(name)))
                .havingRootCause()
                .withMessageContaining("name constraints");
    }

    @Test
    void keyOfTheRoot_signsTheIssuerOnly() throws Exception {
        Identity server = AUTHORITY.forHosts(List.of());
        X509Certificate issuer = server.chain()[1];

        issuer.verify(AUTHORITY.root().getPublicKey());
        server.certificate().verify(issuer.getPublicKey());
        assertThat(issuer.getPublicKey()).isNotEqualTo(AUTHORITY.root().getPublicKey());
        assertThat(issuer.getBasicConstraints()).isZero();
        assertThat(AUTHORITY.root().getBasicConstraints()).isEqualTo(1);
        assertThat(server.certificate().getBasicConstraints()).isEqualTo(-1);
        assertThat(List.of(issuer, AUTHORITY.root()))
                .allSatisfy(each -> assertThat(each.getCriticalExtensionOIDs()).contains("2.5.29.30"));
    }

    /** An authority below it is refused too. */
    @Test
    void certificateOfAServer_signsNothing() {
        Identity server = AUTHORITY.forHosts(List.of());

        assertThat(server.certificate().getKeyUsage()).startsWith(true, false, false, false, false, false);
    }

    @Test
    void longestName_isBelieved() {
        String label = "a".repeat(62) + ".";
        String name = label.repeat(3) + "b".repeat(59) + ".test";

        assertThat(name).hasSize(253);
        assertThat(TestTls.isServed(name)).isTrue();
        assertThat(TestTls.isServed("c" + name)).isFalse();
        assertThatCode(() -> check(AUTHORITY.forHosts(List.of(name)))).doesNotThrowAnyException();
    }

    @Test
    void expiredOne_andOneOfAnotherAuthority_areNotBelieved() {
        Identity unknown = TestAuthority.create("test CA", new SecureRandom()).forHosts(List.of());

        assertThatExceptionOfType(CertificateException.class).isThrownBy(() -> check(AUTHORITY.expired(List.of())));
        assertThatExceptionOfType(CertificateException.class).isThrownBy(() -> check(unknown));
    }

    @Test
    void trustStore_isReadAsAClientReadsIt() throws Exception {
        KeyStore store = KeyStore.getInstance(TRUST.trustStore().toFile(), Trust.TRUST_STORE_PASSWORD.toCharArray());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);

        assertThat(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers())
                .containsExactly(AUTHORITY.root());
    }

    @Test
    void files_areTheUsersOwnAndMadeOnce() throws IOException {
        assertThat(TRUST.pemFile()).isEqualTo(TRUST.pemFile());
        for (Path file : List.of(TRUST.pemFile(), TRUST.trustStore())) {
            FileStore disk = Files.getFileStore(file);
            if (disk.supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
            }
        }
    }

    @Test
    void fileThatWasSweptAway_isMadeAnew() throws IOException {
        Trust trust = new Trust(AUTHORITY.root());
        Files.delete(trust.pemFile());
        Files.delete(trust.trustStore());

        assertThat(trust.pemFile()).content().startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(trust.trustStore()).isNotEmptyFile();
    }

    @Test
    void nothing_showsAKey() {
        TestTls tls = new TestTls(new SecureRandom());
        Identity server = AUTHORITY.forHosts(List.of());

        assertThat(List.of(AUTHORITY, server, tls, tls.trust(), tls.server(WrongCertificate.EXPIRED)))
                .extracting(Object::toString)
                .allSatisfy(shown -> assertThat(shown).doesNotContainIgnoringCase("private"));
        assertThat(server).hasToString("Identity[CN=cxone-auth-stubs test server]");
    }

    private static void check(Identity server) throws CertificateException {
        TRUST.trustManager().checkServerTrusted(server.chain(), "ECDHE_ECDSA");
    }

    /** After so many names the next ones were shown the certificate of this machine, for ever. */
    @Test
    void nameAfterManyOthers_stillHasACertificateOfItsOwn() {
        NamedIdentities identities = new NamedIdentities(name -> AUTHORITY.forHosts(List.of(name)));
        Identity first = identities.identity("n0.localtest");
        for (int i = 1; i < NamedIdentities.MOST; i++) {
            identities.identity("n" + i + ".localtest");
        }
        assertThat(identities.identity("n0.localtest")).isSameAs(first);

        Identity late = identities.identity("late.localtest");

        assertThat(identities.identity("late.localtest")).isSameAs(late);
        assertThat(identities.identity("n0.localtest")).isSameAs(first);
    }
}
