package io.github.cxoneauthstub.wiremock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:80",
        "localhost, http://localhost:80",
        "0.0.0.0, http://0.0.0.0:80",
        "::1, http://[::1]:80"
    })
    void url_isMadeOfTheLiteralAddress(String address, URI url) {
        assertThat(Listening.DEFAULT.at(address).url(80)).isEqualTo(url);
    }

    /** No certificate is for the address that means every address. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, https://127.0.0.1:443",
        "0.0.0.0, https://localhost:443",
        "::, https://localhost:443",
        "::1, https://[::1]:443"
    })
    void httpsUrl_isOneThatACertificateIsFor(String address, URI url) {
        assertThat(Listening.DEFAULT.at(address).httpsUrl(443)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://cxone.example, https://cxone.example",
        "https://cxone.example/, https://cxone.example",
        "http://cxone.example:8080/a/b//, http://cxone.example:8080/a/b"
    })
    void publicUrl_losesTheSlashAtItsEnd(URI given, URI kept) {
        assertThat(Listening.DEFAULT.knownAs(given).publicUrl()).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cxone.example",
                "ftp://cxone.example",
                "https:///path",
                "https://u:p@cxone.example",
                "https://cxone.example?a",
                "https://cxone.example#a",
                "mailto:a@b.example"
            })
    void publicUrl_isABaseUrl(URI given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Listening.DEFAULT.knownAs(given))
                .withMessage("the public URL is no base URL: it has a scheme (http or https) and a host, perhaps a port"
                        + " and a path, and nothing else, as https://cxone.example/mock");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void port_existsOrIsFree(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Listening.DEFAULT.onPort(port))
                .withMessage("port " + port + " does not exist: use 0 (any free one) to 65535");
    }

    @Test
    void address_isNotBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Listening.DEFAULT.at(" "))
                .withMessage("the address to listen on is blank: use for example 127.0.0.1");
    }
}
