package io.github.cxoneauthstub.samples.springboot4;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives reports. */
@RestController
class ReportController {
    private final CxoneUsers users;

    ReportController(CxoneUsers users) {
        this.users = users;
    }

    @GetMapping("/reports")
    String report() {
        return "{\"of\":" + users.me() + "}";
    }
}
