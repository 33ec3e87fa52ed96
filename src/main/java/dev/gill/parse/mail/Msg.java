package dev.gill.parse.mail;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.EnclosedFiles;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.container.BinaryFile;
import java.io.IOException;
import org.apache.poi.hsmf.MAPIMessage;

/** Messages that Outlook stores, which come out as e-mails do; see {@link Email}. */
public final class Msg implements Format {
  private final EnclosedFiles files;

  /** Reads what is attached by these. */
  public Msg(EnclosedFiles files) {
    this.files = files;
  }

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    BinaryFile.open(
        bytes, file -> new MsgParts(text, files).message(new MAPIMessage(file.getRoot()), 1));
  }
}
