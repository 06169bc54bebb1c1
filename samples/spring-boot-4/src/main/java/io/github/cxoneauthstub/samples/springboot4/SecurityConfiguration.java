package io.github.cxoneauthstub.samples.springboot4;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may have a report: a client with a token of CXone that has the scope {@code report:read}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    // region resource-server
    @Bean
    SecurityFilterChain reports(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/reports")
                        .hasAuthority("SCOPE_report:read")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
    // endregion
}
