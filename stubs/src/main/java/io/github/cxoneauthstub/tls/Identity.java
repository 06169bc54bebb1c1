package io.github.cxoneauthstub.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * What a server shows and proves.
 *
 * @param key stays in this process
 * @param certificate that of the key
 * @param issuer who signed it; the root is with the client
 */
record Identity(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {
    X509Certificate[] chain() {
        return new X509Certificate[] {certificate, issuer};
    }

    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal().getName() + "]";
    }
}
