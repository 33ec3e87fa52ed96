package dev.gill.parse.mail;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.EnclosedFiles;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.canonical.TextBlocks;
import dev.gill.parse.charset.TextDecoder;
import dev.gill.parse.html.HtmlBlocks;
import dev.gill.parse.office.rtf.Rtf;
import dev.gill.parse.office.rtf.RtfHtml;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.Chunks;

/** Writes a message that Outlook stores: the body that says most, and what is attached. */
final class MsgParts {
  private static final String SIGNED = "IPM.NOTE.SMIME.MULTIPARTSIGNED";
  private static final String ENCRYPTED = "IPM.NOTE.SMIME";

  private final CanonicalText text;
  private final EnclosedFiles files;
  private final MailAttachments attachments;

  MsgParts(CanonicalText text, EnclosedFiles files) {
    this.text = text;
    this.files = files;
    this.attachments = new MailAttachments(text, files);
  }

  /** Writes a message below a heading of that level. */
  void message(MAPIMessage message, int level) throws IOException {
    if (level > text.limits().depth()) {
      throw Refused.nested();
    }
    message.setReturnNullOnMissingChunk(true);
    if (message.has7BitEncodingStrings()) {
      message.guess7BitEncoding();
    }
    Chunks chunks = message.getMainChunks();
    String type = MsgHead.words(chunks.getMessageClass()).toUpperCase(Locale.ROOT);
    if (type.startsWith(ENCRYPTED) && !type.startsWith(SIGNED)) {
      throw new Refused("The mail is encrypted; store it without encryption.");
    }
    MsgHead.of(message).write(text, level);
    String page = body(chunks);
    for (AttachmentChunks attachment : message.getAttachmentFiles()) {
      attachment(attachment, page, level);
    }
    attachments.write(level + 1);
  }

  /** Writes the body, and gives it as a web page where it is one. */
  private String body(Chunks chunks) throws IOException {
    Optional<byte[]> rich = MsgRtf.bytes(chunks.getRtfBodyChunk(), text.limits());
    String page = page(chunks);
    if (page.isBlank() && rich.isPresent()) {
      page = RtfHtml.of(rich.get(), text.limits()).orElse("");
    }
    int before = text.size();
    if (!page.isBlank()) {
      new HtmlBlocks(text, 0).write(page);
    } else if (rich.isPresent() && text.mayNest()) {
      CanonicalText inner = text.nested();
      new Rtf().read(rich.get(), inner);
      text.document(inner.build("Outlook message"));
    }
    if (text.size() == before) {
      new TextBlocks(text, 0).write(TextDecoder.lines(MsgHead.words(chunks.getTextBodyChunk())));
    }
    return page;
  }

  private String page(Chunks chunks) {
    String page = MsgHead.words(chunks.getHtmlBodyChunkString());
    if (page.isEmpty() && chunks.getHtmlBodyChunkBinary() != null) {
      byte[] bytes = chunks.getHtmlBodyChunkBinary().getValue();
      return bytes == null ? "" : TextDecoder.decodeMarkup(bytes, text.limits());
    }
    return page;
  }

  private void attachment(AttachmentChunks chunks, String page, int level) throws IOException {
    if (chunks.isEmbeddedMessage()) {
      new MsgParts(text, files).message(chunks.getEmbeddedMessage(), level + 1);
      return;
    }
    byte[] bytes = chunks.getAttachData() == null ? null : chunks.getAttachData().getValue();
    String type = MsgHead.words(chunks.getAttachMimeTag());
    String id = MsgHead.words(chunks.getAttachContentId());
    if (bytes == null) {
      text.leftOut(LeftOut.Kind.OBJECT);
    } else if (id.isEmpty() || !page.contains("cid:" + id)) {
      attachments.add(name(chunks), type.isEmpty() ? "application/octet-stream" : type, bytes);
    }
  }

  private static String name(AttachmentChunks chunks) {
    String name = MsgHead.words(chunks.getAttachLongFileName());
    String shorter = MsgHead.words(chunks.getAttachFileName());
    return !name.isEmpty()
        ? name
        : shorter.isEmpty() ? MsgHead.words(chunks.getAttachDisplayName()) : shorter;
  }
}
