package dev.gill.surface.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives whoever strayed a page instead of a bare 404. */
@Singleton
class NotFoundPage {
  private final MessagePages messages;

  @Inject
  NotFoundPage(MessagePages messages) {
    this.messages = messages;
  }

  @ServerResponseFilter
  public void page(ContainerRequestContext request, ContainerResponseContext response) {
    boolean bare = response.getStatus() == 404 && !response.hasEntity();
    String accept = request.getHeaderString("Accept");
    if (bare && accept != null && accept.contains(MediaType.TEXT_HTML)) {
      response.setEntity(
          messages.nothingHere(request.getHeaderString("Accept-Language")),
          new Annotation[0],
          MediaType.valueOf(Pages.HTML));
    }
  }
}
