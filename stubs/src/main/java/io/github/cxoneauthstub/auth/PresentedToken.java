package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.auth.token.TokenLedger.Standing;
import io.github.cxoneauthstub.auth.token.TokenSigner.Reading;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that a client presented at a resource, with all that is known of it.
 *
 * @param reading what it turned out to be
 * @param standing what the ledger knows of it; that of an unknown one when it is no genuine token
 * @param issuedHere whether its issuer is this server
 * @param instead what it is if it was issued here but is no access token, as the object of a sentence; otherwise empty
 * @param now the virtual time
 */
record PresentedToken(Reading reading, Standing standing, boolean issuedHere, String instead, Instant now) {

    /** Why it opens nothing, as a sentence that quotes nothing of it; asked only if it does not. */
    String whyNot() {
        if (!instead.isEmpty()) {
            return instead + " in the place of an access token";
        }
        if (standing instanceof Standing.Revoked revoked) {
            return "a token that was revoked " + revoked.because();
        }
        if (isExpired()) {
            return "a token that has expired";
        }
        if (reading instanceof Reading.NotJwt not) {
            return not.why();
        }
        return reading instanceof Reading.Genuine
                ? "a genuine token that was not issued in this test"
                : "a token of another server, or one that was changed";
    }

    /** The same where a token of its kind is none. */
    PresentedToken unreadable(String why) {
        return new PresentedToken(new Reading.NotJwt(why), standing, issuedHere, instead, now);
    }

    /** The token, once the ledger knows it. */
    Optional<AccessToken> token() {
        Optional<AccessToken> token = Optional.empty();
        if (standing instanceof Standing.Live live) {
            token = Optional.of(live.token());
        } else if (standing instanceof Standing.Revoked revoked) {
            token = Optional.of(revoked.token());
        }
        return token;
    }

    boolean isExpired() {
        return token().filter(known -> !now.isBefore(known.expiresAt())).isPresent();
    }
}
