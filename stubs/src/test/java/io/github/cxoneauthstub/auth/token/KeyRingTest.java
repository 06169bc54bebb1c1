package io.github.cxoneauthstub.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which key of a ring signs, and which reads. */
class KeyRingTest {
    private final KeyRing ring = new KeyRing(new Numbered(1));

    @Test
    void newestKey_signs() {
        ring.rotate();

        assertThat(ring.sign(Map.of())).isEqualTo("signed by 2");
        assertThat(ring.keySet()).isEqualTo("{\"keys\":[{\"kid\":2},{\"kid\":1}]}");
        assertThat(ring.ids()).containsExactly("2", "1");
    }

    @Test
    void anyKey_reads() {
        ring.rotate();

        assertThat(ring.read("signed by 1")).isEqualTo(new Reading.Genuine("1", "ring"));
        assertThat(ring.read("signed by 2")).isEqualTo(new Reading.Genuine("2", "ring"));
        assertThat(ring.read("signed by 3")).isInstanceOf(Reading.UnknownKey.class);
    }

    @Test
    void tokenWithoutKeyName_isTriedWithEveryKey() {
        ring.rotate();

        assertThat(ring.read("unnamed 1")).isEqualTo(new Reading.Genuine("1", "ring"));
        assertThat(ring.read("unnamed 3")).isInstanceOf(Reading.BrokenSignature.class);
    }

    @Test
    void ring_keepsTheLastTenKeys() {
        for (int i = 0; i < 10; i++) {
            ring.rotate();
        }

        assertThat(ring.read("signed by 1")).isInstanceOf(Reading.UnknownKey.class);
        assertThat(ring.read("signed by 2")).isInstanceOf(Reading.Genuine.class);
        assertThat(ring.sign(Map.of())).isEqualTo("signed by 11");
    }

    @Test
    void forgetting_leavesTheNewestKeyOnly() {
        ring.rotate();
        ring.rotateAndForget();

        assertThat(ring.keySet()).isEqualTo("{\"keys\":[{\"kid\":3}]}");
    }

    /** A key that is a number. */
    private record Numbered(int number) implements TokenSigner {
        @Override
        public String sign(Map<String, Object> claims) {
            return "signed by " + number;
        }

        @Override
        public String signUnnamed(Map<String, Object> claims) {
            return sign(claims);
        }

        @Override
        public Reading read(String presented) {
            Reading genuine = new Reading.Genuine(String.valueOf(number), "ring");
            if (presented.endsWith(" " + number)) {
                return genuine;
            }
            return presented.startsWith("unnamed") ? new Reading.BrokenSignature() : new Reading.UnknownKey();
        }

        @Override
        public String keyId() {
            return String.valueOf(number);
        }

        @Override
        public String publicKey() {
            return "{\"kid\":" + number + "}";
        }

        @Override
        public TokenSigner successor() {
            return new Numbered(number + 1);
        }
    }
}
