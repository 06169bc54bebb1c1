package io.github.cxoneauthstub.samples.accesskey;

/**
 * What a back end needs to ask for a token: its own registration, and the access key of the user that it acts for.
 *
 * @param clientId of the application's registration
 * @param clientSecret of the application's registration
 * @param accessKeyId of the user's access key
 * @param accessKeySecret of the user's access key; shown once when the key is made
 */
public record Credentials(String clientId, String clientSecret, String accessKeyId, String accessKeySecret) {

    /** The two ids. */
    @Override
    public String toString() {
        return "Credentials[" + clientId + ", " + accessKeyId + "]";
    }
}
