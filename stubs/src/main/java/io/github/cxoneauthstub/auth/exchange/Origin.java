package io.github.cxoneauthstub.auth.exchange;

/**
 * What a request shows of where it came from: by it exchanges are told to be of the same client, and the same request.
 *
 * @param fingerprint of all that was sent; 0 for a request that repeats none
 * @param connection its number; 0 for an unknown one
 * @param program the number of what its User-Agent names
 * @param user whose access key a token was issued for; empty for a client's own
 * @param isAmongSeveral whether the program had come over several connections of late
 */
record Origin(long fingerprint, int connection, int program, String user, boolean isAmongSeveral) {
    static final Origin UNKNOWN = new Origin(0, 0, 0, "", false);

    Origin withFingerprint(long value) {
        return new Origin(value, connection, program, user, isAmongSeveral);
    }

    Origin from(int connectionNumber, int programNumber) {
        return new Origin(fingerprint, connectionNumber, programNumber, user, isAmongSeveral);
    }

    Origin among(boolean several) {
        return new Origin(fingerprint, connection, program, user, several);
    }

    Origin of(String name) {
        return new Origin(fingerprint, connection, program, name, isAmongSeveral);
    }

    boolean isOfSameUser(Origin other) {
        return user.equals(other.user);
    }

    boolean repeats(Origin other) {
        return fingerprint == other.fingerprint && fingerprint != 0;
    }

    boolean isOfAnotherConnection(Origin other) {
        return connection != other.connection && connection != 0 && other.connection != 0;
    }

    boolean isOfSameProgram(Origin other) {
        return program == other.program;
    }
}
