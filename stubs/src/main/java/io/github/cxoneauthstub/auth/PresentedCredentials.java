package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.util.Optional;

/**
 * Who a token request claims to come from. Basic credentials have two readings: RFC 6749 section 2.3.1 has each half
 * form-encoded before it is put in, but many clients put it in as it is.
 *
 * @param way how they came; {@link AuthMethod#NONE} for an id without a secret
 * @param asSent id and secret as they were sent
 * @param formDecoded both with the form encoding taken off; empty when there is none or it is broken
 */
record PresentedCredentials(AuthMethod way, UserPass asSent, Optional<UserPass> formDecoded) {

    static PresentedCredentials inBody(String id, String secret) {
        UserPass sent = new UserPass(id, secret);
        return new PresentedCredentials(AuthMethod.BODY, sent, Optional.of(sent));
    }

    /** An id, and nothing that proves it. */
    static PresentedCredentials byName(String id) {
        UserPass name = new UserPass(id, "");
        return new PresentedCredentials(AuthMethod.NONE, name, Optional.of(name));
    }

    static PresentedCredentials inHeader(UserPass sent) {
        return new PresentedCredentials(AuthMethod.BASIC, sent, sent.formDecoded());
    }

    /** The id in the reading that the RFC asks for, otherwise as it was sent. */
    String id() {
        return formDecoded.orElse(asSent).userId();
    }
}
