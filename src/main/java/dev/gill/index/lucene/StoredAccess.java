package dev.gill.index.lucene;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/** A scope's audience and a group's members as bytes, and back; sets are written in order. */
final class StoredAccess {
  private static final byte EVERYONE = 0;
  private static final byte NOBODY = 1;
  private static final byte ANY_OF = 2;
  private static final byte ALL_OF = 3;
  private static final byte READERS_OF = 4;

  /** What was written under which key. */
  record Entry<K, V>(K key, V value) {}

  private StoredAccess() {}

  static BytesRef of(Scope scope, Audience audience) {
    return StoredForm.bytes(
        out -> {
          out.writeString(scope.source().name());
          out.writeString(scope.key());
          write(out, audience);
        });
  }

  static Entry<Scope, Audience> scope(BytesRef bytes) throws IOException {
    DataInput in = StoredForm.input(bytes);
    Scope scope = new Scope(new SourceId(in.readString()), in.readString());
    return new Entry<>(scope, audience(in));
  }

  static BytesRef of(GroupId group, Set<Person> members) {
    return StoredForm.bytes(
        out -> {
          write(out, group);
          List<List<Identity>> people =
              members.stream()
                  .map(person -> person.identities().stream().sorted().toList())
                  .toList();
          out.writeVInt(people.size());
          for (List<Identity> person : people) {
            out.writeVInt(person.size());
            for (Identity identity : person) {
              out.writeString(identity.realm());
              out.writeString(identity.id());
            }
          }
        });
  }

  static Entry<GroupId, Set<Person>> group(BytesRef bytes) throws IOException {
    DataInput in = StoredForm.input(bytes);
    GroupId group = groupId(in);
    Set<Person> members = new HashSet<>();
    for (int people = in.readVInt(); people > 0; people--) {
      Set<Identity> identities = new HashSet<>();
      for (int each = in.readVInt(); each > 0; each--) {
        identities.add(new Identity(in.readString(), in.readString()));
      }
      members.add(new Person(identities));
    }
    return new Entry<>(group, members);
  }

  private static void write(DataOutput out, Audience audience) throws IOException {
    switch (audience) {
      case Audience.Everyone() -> out.writeByte(EVERYONE);
      case Audience.Nobody() -> out.writeByte(NOBODY);
      case Audience.AnyOf(Set<GroupId> groups) -> {
        out.writeByte(ANY_OF);
        writeAll(out, groups.stream().sorted().toList());
      }
      case Audience.AllOf(List<Audience> parts) -> {
        out.writeByte(ALL_OF);
        out.writeVInt(parts.size());
        for (Audience part : parts) {
          write(out, part);
        }
      }
      case Audience.ReadersOf(Scope scope) -> {
        out.writeByte(READERS_OF);
        out.writeString(scope.source().name());
        out.writeString(scope.key());
      }
    }
  }

  private static Audience audience(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case EVERYONE -> new Audience.Everyone();
      case NOBODY -> new Audience.Nobody();
      case ANY_OF -> new Audience.AnyOf(groups(in));
      case ALL_OF -> {
        List<Audience> parts = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
          parts.add(audience(in));
        }
        yield new Audience.AllOf(parts);
      }
      case READERS_OF ->
          new Audience.ReadersOf(new Scope(new SourceId(in.readString()), in.readString()));
      default -> throw new IOException("no audience is written %d".formatted(kind));
    };
  }

  private static void writeAll(DataOutput out, Collection<GroupId> groups) throws IOException {
    out.writeVInt(groups.size());
    for (GroupId group : groups) {
      write(out, group);
    }
  }

  private static Set<GroupId> groups(DataInput in) throws IOException {
    Set<GroupId> groups = new HashSet<>();
    for (int left = in.readVInt(); left > 0; left--) {
      groups.add(groupId(in));
    }
    return groups;
  }

  private static void write(DataOutput out, GroupId group) throws IOException {
    out.writeString(group.realm());
    out.writeString(group.name());
  }

  private static GroupId groupId(DataInput in) throws IOException {
    return new GroupId(in.readString(), in.readString());
  }
}
