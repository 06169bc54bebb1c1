package io.github.cxoneauthstub.control;

import io.github.cxoneauthstub.auth.IssuedTokens;
import io.github.cxoneauthstub.auth.Mint;
import io.github.cxoneauthstub.auth.SigningKeys;
import io.github.cxoneauthstub.auth.token.AccessToken;
import io.github.cxoneauthstub.settings.Field;
import io.github.cxoneauthstub.settings.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes and revokes tokens, and rotates the keys that sign them. */
final class TokenCalls {
    private static final String CLIENT_ID = "clientId";
    private static final String SCOPES = "scopes";
    private static final String LIFETIME = "lifetime";
    private static final String TOKEN = "token";
    private static final String REFRESH_TOKENS = "refreshTokens";
    private static final String FORGET_OLD = "forgetOld";

    private final IssuedTokens tokens;
    private final SigningKeys keys;

    TokenCalls(IssuedTokens tokens, SigningKeys keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    List<Call> all() {
        return List.of(
                Call.of("POST", "/tokens", this::issue),
                Call.of("POST", "/tokens/revoke", this::revoke),
                Call.of("POST", "/keys/rotate", this::rotate));
    }

    private Result issue(CallBody body) {
        Fields fields = body.fields().allowOnly(CLIENT_ID, SCOPES, LIFETIME);
        Field clientId = fields.get(CLIENT_ID);
        Mint plain = Mint.forClient(clientId.text());
        Mint scoped = fields.value(SCOPES, field -> field.read(() -> plain.scopes(texts(field))))
                .orElse(plain);
        Mint mint = fields.value(LIFETIME, field -> field.read(() -> scoped.lifetime(field.duration())))
                .orElse(scoped);
        AccessToken token = clientId.read(() -> tokens.issue(mint));
        return Result.created(token.response());
    }

    private static String[] texts(Field array) {
        return array.elements().stream().map(Field::text).toArray(String[]::new);
    }

    private Result revoke(CallBody body) {
        Fields fields = body.fields().allowOnly(TOKEN, CLIENT_ID, REFRESH_TOKENS);
        Optional<String> token = fields.text(TOKEN);
        Optional<Field> clientId = fields.value(CLIENT_ID, field -> field);
        Optional<Field> refreshTokens = fields.value(REFRESH_TOKENS, field -> field);
        if (Stream.of(token, clientId, refreshTokens)
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw fields.refused("token, clientId and refreshTokens cannot be revoked at once: use one of them, or none"
                    + " for all access tokens");
        }
        int revoked = token.map(tokens::revoke)
                .or(() -> clientId.map(field -> field.read(() -> tokens.revokeAllOf(field.text()))))
                .or(() -> refreshTokens.map(this::revokeRefreshTokens))
                .orElseGet(tokens::revokeAll);
        return Result.ok(Map.of("revoked", revoked));
    }

    private int revokeRefreshTokens(Field all) {
        if (!all.bool()) {
            throw all.fault("true");
        }
        return tokens.revokeAllRefreshTokens();
    }

    private Result rotate(CallBody body) {
        Fields fields = body.fields().allowOnly(FORGET_OLD);
        if (fields.bool(FORGET_OLD).orElse(false)) {
            keys.rotateAndForgetOld();
        } else {
            keys.rotate();
        }
        return Result.ok(Map.of("keyIds", keys.ids()));
    }
}
