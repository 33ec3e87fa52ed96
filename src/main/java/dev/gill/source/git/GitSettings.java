package dev.gill.source.git;

import dev.gill.model.Audience;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Address;
import dev.gill.source.Redaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which documents of which repository are followed.
 *
 * @param location a path (of a working copy, a bare repository or a bundle file) or an {@code
 *     https}, {@code http} or {@code git} address; what it holds of user and password becomes
 *     {@code credentials}. A path or query may still be secret: it is shown as {@link #where()}
 * @param branch a branch, or a full ref name; empty for the one that {@code HEAD} names
 * @param subfolder only what lies in this folder, by its path in the repository; empty for all
 * @param link where the team reads a document, with {@code {commit}} for its revision, {@code
 *     {path}} for its path in the repository, and {@code {line}} or {@code {page}}; empty for no
 *     links
 * @param include globs below the subfolder; none means every file whose format can be read
 * @param exclude globs below the subfolder, which win over {@code include}
 * @param maxBytes files larger than this become failures
 * @param workDir where a copy of the repository is kept, unless it is read in place
 * @param credentials what the server asks for
 */
public record GitSettings(
    SourceId id,
    String location,
    Optional<String> branch,
    String subfolder,
    String link,
    Audience audience,
    List<String> include,
    List<String> exclude,
    long maxBytes,
    Path workDir,
    Optional<GitCredentials> credentials) {
  /** The largest file that is read unless configured otherwise: 64 MiB, as the parsers do. */
  public static final long MAX_BYTES = 64L << 20;

  public GitSettings {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(branch, "branch");
    subfolder = folder(id, subfolder);
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(audience, "audience");
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    Objects.requireNonNull(workDir, "workDir");
    Objects.requireNonNull(credentials, "credentials");
    Optional<Address> address = Upstream.address(id, location);
    if (address.isPresent()) {
      location = address.get().location();
      credentials = GitCredentials.of(credentials, address.get());
    }
    if (maxBytes < 1 || maxBytes > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "the largest file of source %s must be of 1 byte to 2 GiB, not of %d bytes"
              .formatted(id, maxBytes));
    }
  }

  /** All documents of a repository, for everyone, without links. */
  public static GitSettings of(SourceId id, String location, Path workDir) {
    return new GitSettings(
        id,
        location,
        Optional.empty(),
        "",
        "",
        new Audience.Everyone(),
        List.of(),
        List.of(),
        MAX_BYTES,
        workDir,
        Optional.empty());
  }

  /** Whether it is elsewhere, and not a path of this machine. */
  public boolean remote() {
    return Upstream.address(id, location).isPresent();
  }

  /** The host, or the path as far as it is there: what may be shown of the location. */
  String where() {
    return Upstream.address(id, location)
        .map(Address::shown)
        .or(() -> Upstream.path(location).map(Redaction::path))
        .orElse("The path");
  }

  /** All that it holds has the same readers. */
  Scope scope() {
    return Scope.whole(id);
  }

  Rights rights() {
    return Rights.of(scope(), audience);
  }

  /** What decides which documents are reported, and how, besides the place that they come from. */
  String choice() {
    return String.join(
        "\n", subfolder, link, include.toString(), exclude.toString(), Long.toString(maxBytes));
  }

  private static String folder(SourceId id, String written) {
    String folder = written.replaceAll("^/+|/+$", "");
    if (List.of(folder.split("/")).stream().anyMatch(part -> part.equals("..") || part.equals("."))
        || folder.contains("//")) {
      throw new IllegalArgumentException(
          "the folder of source %s must be a path inside the repository, such as docs/team"
              .formatted(id));
    }
    return folder;
  }

  @Override
  public String toString() {
    return "GitSettings[id=%s, location=%s]".formatted(id, where());
  }
}
