package io.github.cxoneauthstub.auth.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log: what is known of an exchange, and from its first reading on the exchange. Safe for several
 * threads.
 */
final class Entry {
    private final int number;
    private final Optional<String> issuedTokenId;
    private @Nullable ExchangeBuilder builder;
    private @Nullable Consumer<ExchangeBuilder> later;
    private @Nullable Exchange exchange;

    Entry(int number, ExchangeBuilder builder, Consumer<ExchangeBuilder> later) {
        this.number = number;
        this.issuedTokenId = builder.issuedTokenId();
        this.builder = builder;
        this.later = later;
    }

    /** The complete exchange; what it was completed from, which holds secrets, is let go. */
    synchronized Exchange exchange() {
        if (builder != null && later != null) {
            later.accept(builder);
            exchange = builder.build(number);
            builder = null;
            later = null;
        }
        return Objects.requireNonNull(exchange);
    }

    int number() {
        return number;
    }

    /** The token that was issued here; empty for none. */
    Optional<String> issuedTokenId() {
        return issuedTokenId;
    }

    /** Notes that the answer leaves. */
    synchronized void left(Instant at) {
        if (builder != null) {
            builder.left(at);
        } else {
            exchange = Objects.requireNonNull(exchange).until(at);
        }
    }

    /** Notes that the test revoked the token that was issued here. */
    synchronized void revoked(int afterNumber) {
        if (builder != null) {
            builder.revoked(afterNumber);
        } else {
            exchange = Objects.requireNonNull(exchange).revoked(afterNumber);
        }
    }
}
