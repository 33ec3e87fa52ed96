package dev.gill.parse.mail;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.EnclosedFiles;
import dev.gill.parse.canonical.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * E-mails: the subject as heading, who wrote to whom and when, the text with what it quotes, and
 * what is attached.
 */
public final class Email implements Format {
  private static final int MOST_HEADERS = 5000;
  private static final int LONGEST_HEADER = 1 << 17;

  private final EnclosedFiles files;

  /** Reads what is attached by these. */
  public Email(EnclosedFiles files) {
    this.files = files;
  }

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxContentLen(text.limits().inputBytes())
            .build());
    Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
    if (message.getFrom() == null && message.getSubject() == null) {
      throw new IOException("neither sender nor subject");
    }
    try {
      new MailParts(text, files).message(message, 1);
    } finally {
      message.dispose();
    }
  }
}
