package dev.gill.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * E-mails: the subject as heading, who wrote to whom and when, the text with what it quotes, and
 * what is attached.
 */
final class Email implements Format {
  private static final int MOST_HEADERS = 5000;
  private static final int LONGEST_HEADER = 1 << 17;

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
      new MailParts(text).message(message, 1);
    } finally {
      message.dispose();
    }
  }
}
