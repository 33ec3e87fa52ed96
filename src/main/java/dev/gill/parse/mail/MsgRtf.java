package dev.gill.parse.mail;

import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.hmef.CompressedRTF;
import org.apache.poi.hsmf.datatypes.ByteChunk;

/** The body in Rich Text Format, which Outlook packs. */
final class MsgRtf {
  private MsgRtf() {}

  /**
   * Unpacked; empty if there is none.
   *
   * @throws Refused if it unpacks to more than the limit of markup
   */
  static Optional<byte[]> bytes(ByteChunk chunk, Limits limits) throws IOException {
    if (chunk == null || chunk.getValue() == null || chunk.getValue().length == 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream unpacked = new Bounded(limits.markupBytes());
    new CompressedRTF().decompress(new ByteArrayInputStream(chunk.getValue()), unpacked);
    return Optional.of(unpacked.toByteArray());
  }

  private static final class Bounded extends ByteArrayOutputStream {
    private final long most;

    Bounded(long most) {
      this.most = most;
    }

    @Override
    public void write(int value) {
      check(1);
      super.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      check(length);
      super.write(bytes, from, length);
    }

    private void check(int more) {
      if (count + (long) more > most) {
        throw Refused.bomb();
      }
    }
  }
}
