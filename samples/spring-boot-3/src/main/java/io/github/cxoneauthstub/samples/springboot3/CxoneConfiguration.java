package io.github.cxoneauthstub.samples.springboot3;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/** How the service authenticates at CXone: one token for all its calls, whoever called it. */
@Configuration(proxyBeanMethods = false)
class CxoneConfiguration {
    // region client
    private static final Authentication SERVICE =
            UsernamePasswordAuthenticationToken.authenticated("service", "", AuthorityUtils.NO_AUTHORITIES);

    @Bean
    OAuth2AuthorizedClientManager tokens(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientService kept) {
        return new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, kept);
    }

    @Bean
    RestClient cxone(
            RestClient.Builder builder,
            @Value("${my.cxone.api-uri}") String apiUri,
            OAuth2AuthorizedClientManager tokens,
            OAuth2AuthorizedClientService kept) {
        var bearer = new OAuth2ClientHttpRequestInterceptor(tokens);
        bearer.setClientRegistrationIdResolver(request -> "cxone");
        // else Spring would ask for a token for each of its callers
        bearer.setPrincipalResolver(request -> SERVICE);
        // a token that was refused is not used again
        bearer.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(kept));
        return builder.baseUrl(apiUri).requestInterceptor(bearer).build();
    }
    // endregion
}
