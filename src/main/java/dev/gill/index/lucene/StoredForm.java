package dev.gill.index.lucene;

import dev.gill.index.DocHead;
import dev.gill.model.Anchor;
import dev.gill.model.Block;
import dev.gill.model.Chunk;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.Language;
import dev.gill.model.LeftOut;
import dev.gill.model.Origin;
import dev.gill.model.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Heads, chunks and failures as bytes, and back. A change here is a change of {@link
 * Fields#LAYOUT}; enum constants are written by name, so that their order may change.
 */
final class StoredForm {
  private StoredForm() {}

  /** Writes one form. */
  interface Writing {
    void to(DataOutput out) throws IOException;
  }

  static BytesRef of(DocHead head) {
    return bytes(
        out -> {
          out.writeString(head.id().toString());
          out.writeString(head.revision());
          out.writeString(head.recipe());
          out.writeString(head.origin().link());
          out.writeString(head.origin().title());
          out.writeString(head.origin().author());
          write(out, head.origin().modified());
          out.writeString(head.scope().key());
          writeLeftOut(out, head.leftOut());
          out.writeString(head.origin().dated().name());
          out.writeString(head.origin().revisionLink());
        });
  }

  /**
   * Heads that were written before it was kept what is left out, how the date is known, and where
   * the revision is shown, say nothing of it.
   */
  static DocHead head(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = input(bytes);
    DocId id = DocId.parse(in.readString());
    String revision = in.readString();
    String recipe = in.readString();
    String link = in.readString();
    String title = in.readString();
    String author = in.readString();
    Instant modified = instant(in);
    Scope scope = new Scope(id.source(), in.readString());
    List<LeftOut> leftOut = in.eof() ? List.of() : leftOut(in);
    Dated dated = in.eof() ? Dated.REVISION : Dated.valueOf(in.readString());
    String revisionLink = in.eof() ? "" : in.readString();
    Origin origin = new Origin(link, title, author, modified, dated, revisionLink);
    return new DocHead(id, revision, origin, scope, recipe, leftOut);
  }

  private static void writeLeftOut(DataOutput out, List<LeftOut> leftOut) throws IOException {
    out.writeVInt(leftOut.size());
    for (LeftOut each : leftOut) {
      out.writeString(each.format());
      out.writeString(each.kind().name());
      out.writeVInt(each.count());
    }
  }

  private static List<LeftOut> leftOut(DataInput in) throws IOException {
    int size = in.readVInt();
    List<LeftOut> leftOut = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String format = in.readString();
      LeftOut.Kind kind = LeftOut.Kind.valueOf(in.readString());
      leftOut.add(new LeftOut(format, kind, in.readVInt()));
    }
    return leftOut;
  }

  static BytesRef of(Chunk chunk) {
    return bytes(
        out -> {
          out.writeString(chunk.fingerprint().hex());
          out.writeVInt(chunk.start());
          out.writeString(chunk.text());
          write(out, chunk.headings());
          out.writeString(chunk.language().code());
          write(out, chunk.anchors(), chunk.start());
          out.writeString(chunk.columns());
          writeBlocks(out, chunk.blocks());
        });
  }

  static Chunk chunk(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = input(bytes);
    Fingerprint fingerprint = new Fingerprint(in.readString());
    int start = in.readVInt();
    String text = in.readString();
    List<String> headings = strings(in);
    Language language = language(in.readString());
    List<Anchor> anchors = anchors(in, start);
    String columns = in.readString();
    List<Block> blocks = blocks(in);
    return new Chunk(
        fingerprint,
        start,
        start + text.length(),
        text,
        headings,
        columns,
        blocks,
        language,
        anchors);
  }

  static BytesRef of(Failure failure) {
    return bytes(
        out -> {
          out.writeString(failure.doc().toString());
          out.writeString(failure.revision());
          out.writeString(failure.stage().name());
          out.writeString(failure.cause());
          out.writeString(failure.scope().key());
          write(out, failure.at());
          out.writeString(failure.recipe());
        });
  }

  /** Failures that were written before their rules were kept name none. */
  static Failure failure(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = input(bytes);
    DocId doc = DocId.parse(in.readString());
    String revision = in.readString();
    Failure.Stage stage = Failure.Stage.valueOf(in.readString());
    String cause = in.readString();
    Scope scope = new Scope(doc.source(), in.readString());
    Instant at = instant(in);
    return new Failure(doc, revision, stage, cause, scope, at, in.eof() ? "" : in.readString());
  }

  static BytesRef bytes(Writing writing) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static ByteArrayDataInput input(BytesRef bytes) {
    return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
  }

  static void write(DataOutput out, Instant instant) throws IOException {
    out.writeZLong(instant.getEpochSecond());
    out.writeVInt(instant.getNano());
  }

  static Instant instant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
  }

  private static void write(DataOutput out, List<String> strings) throws IOException {
    out.writeVInt(strings.size());
    for (String string : strings) {
      out.writeString(string);
    }
  }

  private static List<String> strings(DataInput in) throws IOException {
    int size = in.readVInt();
    List<String> strings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      strings.add(in.readString());
    }
    return strings;
  }

  private static void write(DataOutput out, List<Anchor> anchors, int start) throws IOException {
    StoredPlaces places = new StoredPlaces();
    out.writeVInt(anchors.size());
    int offset = start;
    for (Anchor anchor : anchors) {
      out.writeZInt(anchor.offset() - offset);
      places.write(out, anchor.place());
      offset = anchor.offset();
    }
  }

  private static List<Anchor> anchors(DataInput in, int start) throws IOException {
    StoredPlaces places = new StoredPlaces();
    int size = in.readVInt();
    List<Anchor> anchors = new ArrayList<>(size);
    int offset = start;
    for (int i = 0; i < size; i++) {
      offset += in.readZInt();
      anchors.add(new Anchor(offset, places.read(in)));
    }
    return anchors;
  }

  private static void writeBlocks(DataOutput out, List<Block> blocks) throws IOException {
    out.writeVInt(blocks.size());
    int offset = 0;
    for (Block block : blocks) {
      out.writeString(block.kind().name());
      out.writeVInt(block.start() - offset);
      out.writeVInt(block.end() - block.start());
      offset = block.end();
    }
  }

  private static List<Block> blocks(DataInput in) throws IOException {
    int size = in.readVInt();
    List<Block> blocks = new ArrayList<>(size);
    int offset = 0;
    for (int i = 0; i < size; i++) {
      Block.Kind kind = Block.Kind.valueOf(in.readString());
      int start = offset + in.readVInt();
      offset = start + in.readVInt();
      blocks.add(new Block(kind, start, offset));
    }
    return blocks;
  }

  private static Language language(String code) throws IOException {
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw new IOException("no language is written '%s'".formatted(code));
  }
}
