package dev.gill.surface.mcp;

import dev.gill.answer.CurrentReader;
import dev.gill.surface.CurrentCaller;
import dev.gill.surface.Languages;
import dev.gill.surface.OwnAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Says on whose behalf the request comes that the calling thread serves. */
@Singleton
class Callers {
  private final CurrentReader reader;
  private final CurrentCaller caller;
  private final OwnAddress address;
  private final Languages languages;

  @Inject
  Callers(CurrentReader reader, CurrentCaller caller, OwnAddress address, Languages languages) {
    this.reader = reader;
    this.caller = caller;
    this.address = address;
    this.languages = languages;
  }

  Caller of(HttpHeaders headers, UriInfo called) {
    return new Caller(
        reader.get(),
        caller.get().rights(),
        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
        address.or(called.getBaseUri()),
        languages);
  }
}
