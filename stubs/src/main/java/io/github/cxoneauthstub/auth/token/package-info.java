/** Access tokens: what was issued, what became of it, and the port that signs. */
@NullMarked
package io.github.cxoneauthstub.auth.token;

import org.jspecify.annotations.NullMarked;
