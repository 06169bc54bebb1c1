/**
 * A service on Spring Boot 4 that gives reports to clients with a token, and reads from the CXone API with a token of
 * its own. Copy what helps.
 */
@NullMarked
package io.github.cxoneauthstub.samples.springboot4;

import org.jspecify.annotations.NullMarked;
