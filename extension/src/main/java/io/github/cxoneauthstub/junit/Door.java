package io.github.cxoneauthstub.junit;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Where a part of the configuration comes in, for error messages.
 *
 * @param name as the user knows it: {@code @CxoneAuthStub on MyTest}
 * @param prefix what all keys begin with at this door
 * @param clientKey the key of a client
 * @param accessKeyKey the key of an access key
 */
record Door(String name, String prefix, String clientKey, String accessKeyKey) {
    static final Door BUILDER = new Door("CxoneAuthExtension.builder()", "", "client", "accessKey");
    static final Door PARAMETERS = new Door("configuration parameter", "cxone.auth.", "client.id", "access-key.id");

    /** @param place how the user calls the annotated element: {@code MyTest.method} */
    static Door annotationOn(String place) {
        return new Door("@CxoneAuthStub on " + place, "", "clients", "accessKeys");
    }

    /** Reads a value; what is wrong with it is told with the door and the key. */
    <T> T read(String key, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new ExtensionConfigurationException(text(key, String.valueOf(wrong.getMessage())), wrong);
        }
    }

    ExtensionConfigurationException fault(String key, String message) {
        return new ExtensionConfigurationException(text(key, message));
    }

    private String text(String key, String message) {
        return name + ": " + prefix + key + ": " + message;
    }
}
