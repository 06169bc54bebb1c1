/**
 * What arrived, read strictly: the request itself, the form in its body, the credentials in its header. Nothing here
 * believes or decides anything.
 */
@NullMarked
package io.github.cxoneauthstub.auth.request;

import org.jspecify.annotations.NullMarked;
