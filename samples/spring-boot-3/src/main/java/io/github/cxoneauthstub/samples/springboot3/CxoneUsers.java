package io.github.cxoneauthstub.samples.springboot3;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The users of CXone. */
@Component
class CxoneUsers {
    private final RestClient cxone;

    CxoneUsers(RestClient cxone) {
        this.cxone = cxone;
    }

    /** The user that the service acts for, as JSON. */
    String me() {
        return repeatedOnceWhenRefused("/api/v2/users/me");
    }

    // region retry
    private String repeatedOnceWhenRefused(String path) {
        try {
            return get(path);
        } catch (HttpClientErrorException.Unauthorized refused) {
            // the interceptor has thrown the token away: it may have been revoked
            return get(path);
        }
    }
    // endregion

    private String get(String path) {
        return String.valueOf(cxone.get().uri(path).retrieve().body(String.class));
    }
}
