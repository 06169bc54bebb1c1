package io.github.cxoneauthstub.auth.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderTest {

    @Test
    void text_tellsNeitherNameNorValue() {
        Header header = new Header("s3cret", "Basic s3cret");

        assertThat(header.toString()).isNotBlank().doesNotContain("s3cret");
    }
}
