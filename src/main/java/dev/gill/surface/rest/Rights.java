package dev.gill.surface.rest;

import dev.gill.surface.CurrentCaller;
import dev.gill.surface.Languages;
import dev.gill.surface.Needs;
import dev.gill.surface.OwnProof;
import dev.gill.surface.Right;
import dev.gill.surface.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what a caller has no right to, for every resource of every surface. */
@Singleton
class Rights {
  private final CurrentCaller current;
  private final Languages languages;

  @Inject
  Rights(CurrentCaller current, Languages languages) {
    this.current = current;
    this.languages = languages;
  }

  @ServerRequestFilter
  public Optional<Response> check(ResourceInfo resource, HttpHeaders headers) {
    Class<?> type = resource.getResourceClass();
    if (type.isAnnotationPresent(OwnProof.class)) {
      return Optional.empty();
    }
    Right right = of(resource.getResourceMethod()).or(() -> of(type)).orElse(Right.READ);
    if (current.get().may(right)) {
      return Optional.empty();
    }
    Texts t = languages.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    String key = "problem.right." + right.name().toLowerCase(Locale.ROOT);
    return Optional.of(Problem.of(403, "Not allowed", t.of(key)).response());
  }

  private static Optional<Right> of(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Needs.class)).map(Needs::value);
  }
}
