package dev.gill.source.lark;

/** What a document of ours is in Lark. */
sealed interface Item {
  /** What it is shared as. */
  Readers.Shared shared();

  /** A page or file. */
  record Page(Node node) implements Item {
    @Override
    public Readers.Shared shared() {
      return of(node);
    }
  }

  /** A table of a base, or a sheet of a spreadsheet. */
  record Table(Node node, Part part) implements Item {
    @Override
    public Readers.Shared shared() {
      return of(node);
    }
  }

  /** The minutes of a meeting. */
  record Minutes(String token) implements Item {
    @Override
    public Readers.Shared shared() {
      return new Readers.Shared("minutes", token);
    }
  }

  /** One instance of an approval, which those have seen who took part in it. */
  record Approval(String instance) implements Item {
    static final String TYPE = "approval";

    @Override
    public Readers.Shared shared() {
      return new Readers.Shared(TYPE, instance);
    }
  }

  private static Readers.Shared of(Node node) {
    return new Readers.Shared("wiki", node.token());
  }
}
