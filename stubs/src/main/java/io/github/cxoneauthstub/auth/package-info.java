/** The model. */
@NullMarked
package io.github.cxoneauthstub.auth;

import org.jspecify.annotations.NullMarked;
