package dev.gill.source.git;

import java.util.Arrays;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Signs in at the server that was configured, and at no other that it may redirect to. */
final class OwnServerOnly extends CredentialsProvider {
  private final URIish own;
  private final GitCredentials credentials;

  OwnServerOnly(URIish own, GitCredentials credentials) {
    this.own = own;
    this.credentials = credentials;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    return Arrays.stream(items)
        .allMatch(
            item ->
                item instanceof CredentialItem.Username || item instanceof CredentialItem.Password);
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    if (!supports(items) || !own(uri)) {
      return false;
    }
    for (CredentialItem item : items) {
      switch (item) {
        case CredentialItem.Username user -> user.setValue(credentials.username());
        case CredentialItem.Password password ->
            password.setValue(credentials.secret().toCharArray());
        default -> throw new IllegalStateException("asked for what is not supported");
      }
    }
    return true;
  }

  /** The same host and port, or its encrypted door. */
  private boolean own(URIish uri) {
    boolean samePlace = own.getScheme().equalsIgnoreCase(uri.getScheme()) && port(own) == port(uri);
    boolean safer =
        "https".equalsIgnoreCase(uri.getScheme()) && port(own) == 80 && port(uri) == 443;
    return own.getHost().equalsIgnoreCase(uri.getHost()) && (samePlace || safer);
  }

  private static int port(URIish uri) {
    int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return uri.getPort() > 0 ? uri.getPort() : standard;
  }
}
