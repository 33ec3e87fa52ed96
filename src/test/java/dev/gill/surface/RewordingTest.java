package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why something failed is written down in English, and read in another language. */
class RewordingTest {
  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern THROWN =
      Pattern.compile("new (?:Refused|ParseException)\\(\\s*((?:" + STRING + "\\s*\\+?\\s*)+)");
  private static final Pattern LITERAL = Pattern.compile(STRING);

  private final Languages languages = new Languages();
  private final Texts chinese = languages.of("zh");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "There is no text in it. | 其中没有文字。",
        "The file is protected by a password; store it without one. | 文件有密码保护；请保存一份没有密码的。",
        "notes/a.md may not be read: let the user that Gill runs as read it, or exclude it. | notes/a.md 无权读取：请让运行 Gill 的用户能读取它，或将其排除。",
        "The folder /srv/team is not there: check the path, or mount its drive. | 文件夹 /srv/team 不存在：请检查路径，或挂载其磁盘。",
        "The url of source drive leads to no folder there: correct its path, or make the folder. | 来源 drive 的 url 没有指向那里的文件夹：请更正其路径，或创建该文件夹。",
        "plans.pdf at the page “Plans” cannot be read: wiki.example.org takes no connection: check that it runs, and the address of source team. | 页面“Plans”的附件 plans.pdf 无法读取：wiki.example.org 不接受连接：请检查它是否在运行，以及来源 team 的地址。",
        "rota.docx cannot be read: cloud.example.org redirects again and again: check the address of source drive. | rota.docx 无法读取：cloud.example.org 一再重定向：请检查来源 drive 的地址。",
        "a.pdf at the page “Plans” cannot be read: wiki.example.org answers with status 418, which says nothing here: check the address of source team. | 页面“Plans”的附件 a.pdf 无法读取：wiki.example.org 以状态 418 应答，这在此处没有意义：请检查来源 team 的地址。",
        "The mail server mail.example.org is not known by this name: check the host of source post. | 邮件服务器 mail.example.org 这个名称未知：请检查来源 post 的主机。",
        "git.example.com does not answer: check the address of source docs and the network. | git.example.com 没有应答：请检查来源 docs 的地址和网络。",
        "the index in /srv/gill/data/index cannot be written (No space left on device); check that the disk has room and the folder is writable | 索引 /srv/gill/data/index 无法写入（No space left on device）；请检查磁盘是否有空间、文件夹是否可写。"
      })
  void aSentenceIsSaidInTheLanguageOfThePage(String english, String said) {
    assertThat(languages.reworded(english, chinese)).isEqualTo(new Worded(said, "zh"));
    assertThat(languages.reworded(english, languages.of("en")))
        .isEqualTo(new Worded(english, "en"));
  }

  @Test
  void oneWithoutWordsStaysAsItIs() {
    assertThat(languages.reworded("Something quite different happened.", chinese))
        .isEqualTo(new Worded("Something quite different happened.", "en"));
  }

  /** Sentences of other kinds are composed, and their tests hold them to their words. */
  @Test
  void everySentenceThatRefusesAFileHasWords() throws IOException {
    Set<String> without = new TreeSet<>();
    int all = 0;
    for (Path file : files("src/main/java/dev/gill/parse")) {
      for (MatchResult thrown : THROWN.matcher(Files.readString(file)).results().toList()) {
        String sentence =
            LITERAL
                .matcher(thrown.group(1))
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.joining())
                .replaceAll("%,?[ds]", "7");
        if (Character.isUpperCase(sentence.charAt(0)) && sentence.endsWith(".")) {
          all++;
          if (languages.reworded(sentence, chinese).language().equals("en")) {
            without.add(sentence);
          }
        }
      }
    }
    assertThat(without).isEmpty();
    assertThat(all).isGreaterThan(20);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
