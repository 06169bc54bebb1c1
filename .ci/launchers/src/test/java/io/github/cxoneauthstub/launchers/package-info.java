/** Tests that fail in each place where a test can, and one that only its strictness fails. */
@NullMarked
package io.github.cxoneauthstub.launchers;

import org.jspecify.annotations.NullMarked;
