/** Nimbus JOSE+JWT, and nothing but it: signs tokens, reads them, and serves the public keys. */
@NullMarked
package io.github.cxoneauthstub.jose;

import org.jspecify.annotations.NullMarked;
