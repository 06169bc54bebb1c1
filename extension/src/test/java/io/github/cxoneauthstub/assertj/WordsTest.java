package io.github.cxoneauthstub.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void longList_isCutOff() {
        assertThat(Words.joined(List.of())).isEmpty();
        assertThat(Words.joined(List.of(1, 2))).isEqualTo("1, 2");
        assertThat(Words.joined(Collections.nCopies(20, "x"))).endsWith(", x").hasSize(58);
        assertThat(Words.joined(Collections.nCopies(22, "x")))
                .endsWith(", x, and 2 more")
                .hasSize(58 + 12);
    }
}
