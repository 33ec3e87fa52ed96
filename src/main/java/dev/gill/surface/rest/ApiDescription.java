package dev.gill.surface.rest;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the description of the interface says about itself. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Gill",
            version = "1",
            description =
                "A team knowledge base that is always current: every answer is quoted from its"
                    + " source. Errors are problem documents (RFC 9457). Whatever the path,"
                    + " 421 says that Gill does not know the host name that it was asked under, and"
                    + " 403 that another site's page sent the request.",
            license = @License(name = "Apache-2.0")),
    tags = {
      @Tag(name = "Asking", description = "Questions, answers and passages"),
      @Tag(name = "Documents", description = "Documents as the index holds them"),
      @Tag(name = "Verified answers", description = "Answers that somebody vouches for"),
      @Tag(name = "Trail", description = "What is kept of questions, where that is switched on"),
      @Tag(name = "Sources", description = "How far Gill is in step with what it follows")
    })
final class ApiDescription {
  private ApiDescription() {}
}
