package io.github.cxoneauthstub.junit;

import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An application that is registered at the simulated endpoint, as a part of {@link CxoneAuthStub#clients()}.
 *
 * <pre>{@code
 * @CxoneClient(id = "reporting", secret = "s3cret+/=", scopes = {"admin:api", "user:read"})
 * }</pre>
 *
 * <p>It is <em>not</em> for real credentials, and not for changes in the course of a test: for those, see
 * {@code auth.clients()}.
 *
 * @since 0.1.0
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CxoneClient {
    /** The {@code client_id}. */
    String id();

    /**
     * The {@code client_secret}; one with {@code + / =} finds clients that forget to encode it. Required of all but
     * public clients, which have none.
     */
    String secret() default "";

    /**
     * Whether it is a public client, as a page in a browser or a desktop application is: it has no secret, and proves
     * with PKCE that a code is its own (RFC 7636).
     */
    boolean publicClient() default false;

    /** Where codes for its users may be sent: absolute, without a fragment, compared character by character. */
    String[] redirectUris() default {};

    /** The granted scopes, each a word: {@code "*"} for every scope, <code>{}</code> for none. */
    String[] scopes() default "*";

    /**
     * The enabled grants, <code>{}</code> for none. All of them, as without it, are those that it can use:
     * client_credentials if it has a secret, authorization_code if it has a redirect URI, and the others.
     */
    GrantType[] grants() default {
        GrantType.CLIENT_CREDENTIALS,
        GrantType.PASSWORD,
        GrantType.AUTHORIZATION_CODE,
        GrantType.REFRESH_TOKEN,
        GrantType.TOKEN_EXCHANGE,
        GrantType.IMPERSONATION
    };

    /** How it may authenticate; {@link AuthMethod#EITHER} leaves it to the dialect. */
    AuthMethod authMethod() default AuthMethod.EITHER;

    /** The tenant that it is registered for, one of {@link CxoneAuthStub#tenants()}; empty for all of them. */
    String tenantId() default "";

    /** Whether it may have tokens at all. */
    boolean enabled() default true;
}
