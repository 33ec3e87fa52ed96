package dev.gill.index.lucene;

import dev.gill.model.Place;
import java.io.IOException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * The places of one chunk as bytes, in order, and back. Numbers are written as steps from the one
 * before, which are small, since most chunks have a place a line.
 */
final class StoredPlaces {
  private static final byte LINE = 0;
  private static final byte PAGE = 1;
  private static final byte SLIDE = 2;
  private static final byte ROW = 3;
  private static final byte SECTION = 4;
  private static final byte MESSAGE = 5;

  private int number;

  void write(DataOutput out, Place place) throws IOException {
    switch (place) {
      case Place.Line(int line) -> write(out, LINE, line);
      case Place.Page(int page) -> write(out, PAGE, page);
      case Place.Slide(int slide) -> write(out, SLIDE, slide);
      case Place.Row(int sheet, String name, int row) -> {
        write(out, ROW, row);
        out.writeVInt(sheet);
        out.writeString(name);
      }
      case Place.Section(String id) -> {
        out.writeByte(SECTION);
        out.writeString(id);
      }
      case Place.Message message -> {
        out.writeByte(MESSAGE);
        out.writeString(message.link());
        out.writeString(message.author());
        StoredForm.write(out, message.at());
      }
    }
  }

  private void write(DataOutput out, byte kind, int next) throws IOException {
    out.writeByte(kind);
    out.writeZInt(next - number);
    number = next;
  }

  Place read(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case LINE -> new Place.Line(next(in));
      case PAGE -> new Place.Page(next(in));
      case SLIDE -> new Place.Slide(next(in));
      case ROW -> {
        int row = next(in);
        yield new Place.Row(in.readVInt(), in.readString(), row);
      }
      case SECTION -> new Place.Section(in.readString());
      case MESSAGE -> new Place.Message(in.readString(), in.readString(), StoredForm.instant(in));
      default -> throw new IOException("no place is written %d".formatted(kind));
    };
  }

  private int next(DataInput in) throws IOException {
    number += in.readZInt();
    return number;
  }
}
