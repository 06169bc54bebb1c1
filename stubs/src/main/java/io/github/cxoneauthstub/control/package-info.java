/**
 * The control API of the standalone server: {@code /__admin/cxone/...}, JSON in, JSON out. It turns calls into the
 * methods of the {@link io.github.cxoneauthstub.CxoneAuth} that Java users hold, and decides nothing itself. Start at
 * {@link io.github.cxoneauthstub.control.ControlApi}; each {@code ...Calls} is one subject. The page that a browser
 * shows is in the resources beside these classes, and asks the same calls.
 */
@NullMarked
package io.github.cxoneauthstub.control;

import org.jspecify.annotations.NullMarked;
