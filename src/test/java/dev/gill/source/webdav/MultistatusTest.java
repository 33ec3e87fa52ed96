package dev.gill.source.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as servers write them, and addresses in them. */
final class MultistatusTest {
  private static Multistatus parse(String xml) throws Exception {
    return Multistatus.parse(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesOnlyPropertiesThatTheServerHas() throws Exception {
    Multistatus.Entry entry =
        parse(
                """
                <?xml version="1.0"?>
                <multistatus xmlns="DAV:" xmlns:x="urn:else">
                 <response><href>/dav/a%20b.md</href>
                  <propstat><prop><getetag>"7"</getetag><getcontentlength>12</getcontentlength>
                   <getlastmodified>Thu, 01 May 2025 08:00:00 GMT</getlastmodified><resourcetype/>
                   <creator-displayname>Noor &amp; Co</creator-displayname></prop>
                   <status>HTTP/1.1 200 OK</status></propstat>
                  <propstat><prop><fileid/><resourcetype><x:collection/></resourcetype></prop>
                   <status>HTTP/1.1 404 Not Found</status></propstat>
                 </response></multistatus>
                """)
            .entries()
            .getFirst();

    assertThat(entry.text("getetag")).isEqualTo("\"7\"");
    assertThat(entry.text("creator-displayname")).isEqualTo("Noor & Co");
    assertThat(entry.size()).isEqualTo(12);
    assertThat(entry.modified()).contains(Instant.parse("2025-05-01T08:00:00Z"));
    assertThat(entry.folder()).isFalse();
    assertThat(entry.texts()).doesNotContainKey("fileid");
  }

  @Test
  void aPageThatIsNoMultistatusIsRefusedAndEntitiesAreNotFollowed() {
    assertThatThrownBy(() -> parse("<html><body>Sign in</body></html>"))
        .isInstanceOf(Exception.class);
    assertThatThrownBy(
            () ->
                parse(
                    "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>&f;</d:href></d:response></d:multistatus>"))
        .isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/dav/files/a%20b.md, a b.md",
    "https://other.example/dav/files/x/%E5%80%BC.md, x/值.md",
    "/dav/files, ''",
    "/dav/files/x/, x",
    "/dav/files/a b.md, a b.md",
    "/dav/files/%ff.md, %ff.md",
  })
  void tellsPathsFromAddresses(String href, String path) {
    assertThat(new Hrefs(URI.create("https://h.example/dav/files/")).path(href)).contains(path);
  }

  @ParameterizedTest
  @CsvSource({"/dav/other/a.md", "/dav/files/../a.md", "/dav/files/x//a.md", "//evil.example/a.md"})
  void whatLiesElsewhereIsNoDocument(String href) {
    assertThat(new Hrefs(URI.create("https://h.example/dav/files/")).path(href)).isEmpty();
    assertThat(Hrefs.target(href)).matches("/[^/].*");
  }
}
