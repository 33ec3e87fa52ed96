package dev.gill.source.chatexport;

import dev.gill.source.chat.Post;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as WeChat exporters write it, with the columns {@code Type}, {@code IsSender}, {@code
 * CreateTime}, {@code StrContent}, {@code StrTime}, {@code Remark}, {@code NickName} and {@code
 * Sender}.
 */
final class WeChatTable {
  private static final Set<String> NEEDED = Set.of("Type", "StrContent");
  private static final String TEXT = "1";
  private static final String SHARED = "49";
  private static final Pattern TITLE =
      Pattern.compile("<title>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</title>", Pattern.DOTALL);

  private WeChatTable() {}

  /** Whether a file that begins so is one. */
  static boolean begins(String firstLine) {
    return NEEDED.stream().allMatch(firstLine::contains);
  }

  /**
   * Reads the messages.
   *
   * @param me what the person is called whose export it is, where the table does not say
   * @throws ExportException if it is no such table
   */
  static List<Post> read(String text, Times times, String me) throws ExportException {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    List<Post> posts = new ArrayList<>();
    Numbering numbering = new Numbering();
    try (CSVParser table = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : table) {
        post(row, times, me, numbering).ifPresent(posts::add);
      }
    } catch (IOException | RuntimeException e) {
      throw new ExportException(
          "It is no table that can be read (%s): export it anew as CSV.".formatted(e.getMessage()));
    }
    return posts;
  }

  private static Optional<Post> post(CSVRecord row, Times times, String me, Numbering numbering) {
    String text = text(row);
    Optional<Instant> at =
        times.parse(value(row, "CreateTime")).or(() -> times.parse(value(row, "StrTime")));
    if (at.isEmpty() || Placeholders.is(text)) {
      return Optional.empty();
    }
    boolean mine = value(row, "IsSender").equals("1");
    String account = value(row, "Sender");
    String name =
        Stream.of(mine ? me : "", value(row, "Remark"), value(row, "NickName"), account, me)
            .filter(each -> !each.isBlank())
            .findFirst()
            .orElse("Unknown");
    String id = value(row, "localId");
    Post post = Post.said(id.isEmpty() ? numbering.id(at.get()) : id, name, at.get(), text);
    return Optional.of(account.isEmpty() ? post : post.by(account));
  }

  /** A text as it was written; of what was shared or quoted, what stands above it. */
  private static String text(CSVRecord row) {
    String content = value(row, "StrContent");
    return switch (value(row, "Type")) {
      case TEXT -> content.strip();
      case SHARED -> {
        Matcher title = TITLE.matcher(content);
        yield title.find() ? title.group(1).strip() : "";
      }
      default -> "";
    };
  }

  private static String value(CSVRecord row, String column) {
    return row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
  }
}
