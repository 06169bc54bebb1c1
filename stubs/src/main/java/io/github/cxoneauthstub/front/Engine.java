package io.github.cxoneauthstub.front;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;

/** WireMock's engine, with what the front needs to know to carry it. */
record Engine(
        Options options,
        AdminRequestHandler admin,
        StubRequestHandler stubs,
        FrontLimits limits,
        FrontListener listener,
        Front.Admin administration) {}
