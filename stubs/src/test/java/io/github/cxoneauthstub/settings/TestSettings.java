package io.github.cxoneauthstub.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cxoneauthstub.json.JacksonJson;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Settings from a text. */
final class TestSettings {
    private TestSettings() {}

    static Field field(String text) {
        return new JsonSource("test.json", new JacksonJson()).read(text.getBytes(UTF_8));
    }

    static Fields fields(String text) {
        return field(text).fields();
    }

    /** The one exception type, with a message of one line. */
    static SettingsException refusal(ThrowingCallable reading) {
        SettingsException refusal = catchThrowableOfType(SettingsException.class, reading);
        assertThat(refusal).isExactlyInstanceOf(SettingsException.class).hasMessageMatching("test\\.json.*");
        return refusal;
    }
}
