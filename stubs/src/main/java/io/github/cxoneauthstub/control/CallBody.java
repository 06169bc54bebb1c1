package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.Json;
import io.github.cxoneauthstub.settings.Field;
import io.github.cxoneauthstub.settings.Fields;
import io.github.cxoneauthstub.settings.JsonSource;

/** What came with a call, not read yet: a call that wants no body reads none. */
@FunctionalInterface
interface CallBody {

    /** The body, which is JSON whatever its content type says; an empty one is an empty object. */
    Field json();

    /** The body, which is an object. */
    default Fields fields() {
        return json().fields();
    }

    /** The body, which is an object that says what to change. */
    default Field change() {
        Field whole = json();
        if (whole.fields().isEmpty()) {
            throw whole.refused("say what to change: the object is empty");
        }
        return whole;
    }

    static CallBody of(byte[] bytes, Json json) {
        byte[] read = bytes.length == 0 ? new byte[] {'{', '}'} : bytes;
        return () -> new JsonSource("request body", json).read(read);
    }
}
