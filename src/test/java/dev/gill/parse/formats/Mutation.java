package dev.gill.parse.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Ways in which a file can be damaged, by chance or by somebody who means harm. */
enum Mutation {
  /** Cut off somewhere. */
  TRUNCATED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) {
      return Arrays.copyOf(file, lot.nextInt(1, file.length));
    }
  },
  /** Some bits turned over. */
  FLIPPED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) {
      byte[] flipped = file.clone();
      for (int i = lot.nextInt(1, 40); i > 0; i--) {
        flipped[lot.nextInt(flipped.length)] ^= (byte) (1 << lot.nextInt(8));
      }
      return flipped;
    }
  },
  /** A stretch of it repeated up to a million bytes. */
  REPEATED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) {
      int from = lot.nextInt(file.length);
      int to = lot.nextInt(from, Math.min(file.length, from + 2_000)) + 1;
      byte[] piece = Arrays.copyOfRange(file, from, Math.min(to, file.length));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(file, 0, from);
      for (int i = MOST / Math.max(1, piece.length); i > 0; i--) {
        out.writeBytes(piece);
      }
      out.write(file, from, file.length - from);
      return out.toByteArray();
    }
  },
  /** A stretch of it in the place of another. */
  SPLICED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) {
      byte[] spliced = file.clone();
      int length = lot.nextInt(1, Math.max(2, file.length / 4));
      int from = lot.nextInt(file.length - length + 1);
      int to = lot.nextInt(file.length - length + 1);
      System.arraycopy(file, from, spliced, to, length);
      return spliced;
    }
  },
  /** Numbers in the markup, which may be spans, repeats, sizes or positions, made huge. */
  HUGE {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) throws IOException {
      return inMarkup(file, lot, markup -> huge(markup, lot));
    }
  },
  /** An element of the markup inside itself, over and over. */
  NESTED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) throws IOException {
      return inMarkup(file, lot, markup -> nested(markup, lot));
    }
  },
  /** Entities that unfold to billions of characters in front of the markup. */
  UNFOLDING {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) throws IOException {
      return inMarkup(file, lot, Mutation::unfolding);
    }
  },
  /** Elements of the markup that refer to each other renamed at random, so that cycles arise. */
  CROSSED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) throws IOException {
      return inMarkup(file, lot, markup -> crossed(markup, lot));
    }
  },
  /** A hundred million zero bytes in a packed entry. */
  BLOATED {
    @Override
    byte[] apply(byte[] file, RandomGenerator lot) throws IOException {
      if (!isArchive(file)) {
        return REPEATED.apply(file, lot);
      }
      Map<String, byte[]> entries = entries(file);
      List<String> names = new ArrayList<>(entries.keySet());
      entries.put(names.get(lot.nextInt(names.size())), new byte[BLOAT]);
      return archive(entries);
    }
  };

  private static final int MOST = 1_000_000;
  private static final int BLOAT = 100_000_000;
  private static final Pattern NUMBER = Pattern.compile("(?<==\")\\d{1,4}(?=\")");
  private static final Pattern ELEMENT = Pattern.compile("<[A-Za-z][^<>]*[^<>/]>");
  private static final Pattern REFERENCE = Pattern.compile("(?<=[iI]d=\"|val=\")[^\"]{1,40}");

  /** The damaged file. */
  abstract byte[] apply(byte[] file, RandomGenerator lot) throws IOException;

  private interface Markup {
    String changed(String markup);
  }

  private static byte[] inMarkup(byte[] file, RandomGenerator lot, Markup change)
      throws IOException {
    if (!isArchive(file)) {
      String text = new String(file, StandardCharsets.ISO_8859_1);
      return change.changed(text).getBytes(StandardCharsets.ISO_8859_1);
    }
    Map<String, byte[]> entries = entries(file);
    List<String> names = entries.keySet().stream().filter(name -> name.endsWith(".xml")).toList();
    String name = names.get(lot.nextInt(names.size()));
    String markup = new String(entries.get(name), StandardCharsets.UTF_8);
    entries.put(name, change.changed(markup).getBytes(StandardCharsets.UTF_8));
    return archive(entries);
  }

  private static String huge(String markup, RandomGenerator lot) {
    List<String> sizes = List.of("2147483647", "1000000", "-1", "99999999999999999999", "16384");
    return NUMBER
        .matcher(markup)
        .replaceAll(n -> lot.nextInt(4) == 0 ? sizes.get(lot.nextInt(sizes.size())) : n.group());
  }

  private static String nested(String markup, RandomGenerator lot) {
    Matcher element = ELEMENT.matcher(markup);
    List<Integer> starts = element.results().map(found -> found.start()).toList();
    String open = starts.isEmpty() ? "> " : "";
    int at = 0;
    if (!starts.isEmpty() && element.find(starts.get(lot.nextInt(starts.size())))) {
      open = element.group();
      at = element.start();
    }
    return markup.substring(0, at) + open.repeat(20_000) + markup.substring(at);
  }

  private static String unfolding(String markup) {
    StringBuilder entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    int declaration = markup.startsWith("<?xml") ? markup.indexOf("?>") + 2 : 0;
    String body = markup.substring(declaration).replaceFirst(">([^<>]+)<", ">&a11;<");
    return markup.substring(0, declaration) + entities + "]>" + body;
  }

  private static String crossed(String markup, RandomGenerator lot) {
    List<String> names = REFERENCE.matcher(markup).results().map(found -> found.group()).toList();
    return names.isEmpty()
        ? markup
        : REFERENCE
            .matcher(markup)
            .replaceAll(_ -> Matcher.quoteReplacement(names.get(lot.nextInt(names.size()))));
  }

  private static boolean isArchive(byte[] file) {
    return file.length > 4 && file[0] == 'P' && file[1] == 'K';
  }

  private static Map<String, byte[]> entries(byte[] file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] archive(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
