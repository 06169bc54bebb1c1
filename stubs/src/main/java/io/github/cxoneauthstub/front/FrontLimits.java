package io.github.cxoneauthstub.front;

import java.time.Duration;

/**
 * What one client may cost: whoever sends more or takes longer is refused with a 4xx. Immutable.
 *
 * @param line most bytes in the request line or in one header line; 16 KB by default, room for a token in a header
 * @param head most bytes in all header lines together; 48 KB by default
 * @param body most bytes in a request body, framing not counted; 4 MB by default
 * @param clients most connections at one time, a further one is closed at once; 1000 by default
 * @param patience longest time for a head to arrive, then again for its body, then again for a client that was turned
 *     away to leave; 10 s by default
 * @param idle longest silence before a request begins; then the connection is closed without a word; 60 s by default
 * @since 0.1.0
 */
public record FrontLimits(int line, int head, int body, int clients, Duration patience, Duration idle) {

    /** The values named above: room for every honest token request and for a herd of clients. */
    public static final FrontLimits DEFAULT =
            new FrontLimits(16 << 10, 48 << 10, 4 << 20, 1000, Duration.ofSeconds(10), Duration.ofSeconds(60));

    /**
     * Takes positive limits only.
     *
     * @throws IllegalArgumentException if a limit is zero or negative
     */
    public FrontLimits {
        positive("line", line);
        positive("head", head);
        positive("body", body);
        positive("clients", clients);
        positive("patience", patience.toMillis());
        positive("idle", idle.toMillis());
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("the limit '" + name + "' is " + value + ", but must be more than zero");
        }
    }
}
