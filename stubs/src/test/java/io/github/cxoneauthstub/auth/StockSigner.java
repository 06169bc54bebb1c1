package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.token.TokenSigner;
import io.github.cxoneauthstub.jose.Rs256Signer;
import io.github.cxoneauthstub.json.JacksonJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The real signer, but its successors are taken from a stock that is made once: a new RSA key takes longer than all
 * that a test asks of it.
 */
final class StockSigner implements TokenSigner {
    private static final int SIZE = 4;

    private final TokenSigner signer;
    private final AtomicInteger taken;

    /** Made when the first key is rotated. */
    private static final class Stock {
        static final List<TokenSigner> KEYS = Stream.<TokenSigner>generate(() -> Shipped.KEY.successor())
                .limit(SIZE)
                .toList();
    }

    /** Loaded once: nothing in it changes. */
    private static final class Shipped {
        static final TokenSigner KEY = new Rs256Signer(new JacksonJson());
    }

    private StockSigner(TokenSigner signer, AtomicInteger taken) {
        this.signer = signer;
        this.taken = taken;
    }

    /** The shipped key, before a stock of which nothing was taken yet. */
    static TokenSigner begin() {
        return new StockSigner(Shipped.KEY, new AtomicInteger());
    }

    @Override
    public TokenSigner successor() {
        int next = taken.getAndIncrement();
        return new StockSigner(next < SIZE ? Stock.KEYS.get(next) : signer.successor(), taken);
    }

    @Override
    public String sign(Map<String, Object> claims) {
        return signer.sign(claims);
    }

    @Override
    public String signUnnamed(Map<String, Object> claims) {
        return signer.signUnnamed(claims);
    }

    @Override
    public Reading read(String presented) {
        return signer.read(presented);
    }

    @Override
    public String keyId() {
        return signer.keyId();
    }

    @Override
    public String publicKey() {
        return signer.publicKey();
    }
}
