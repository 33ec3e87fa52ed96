package dev.gill.source.chatexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.Rules;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The forms in which programs export chats. */
final class ExportFormatTest {
  private static ExportSettings settings() {
    return new ExportSettings(
        new SourceId("export"),
        Path.of("exports"),
        ZoneId.of("Asia/Shanghai"),
        "陈杰",
        new Audience.Everyone(),
        new TreeMap<>(),
        List.of(),
        List.of(),
        new Rules(_ -> false, false, Optional.empty()),
        Path.of("work"));
  }

  private static List<Post> read(String name, String text) throws ExportException {
    return ExportFormat.read(name, text.getBytes(StandardCharsets.UTF_8), settings());
  }

  private static List<String> lines(List<Post> posts) {
    return posts.stream()
        .map(each -> "%s %s: %s".formatted(each.at(), each.name(), each.text()))
        .toList();
  }

  @Test
  void weChatTable() throws Exception {
    String table =
        "\uFEFFlocalId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"
            + "1,8,1,0,0,1772416800,3,\"网关证书谁来续期？\n周五过期\",2026-03-02 10:00:00,,李娜,wxid_li\n"
            + "2,8,1,0,1,1772416860,3,我来，跑 renew.sh,2026-03-02 10:01:00,,,wxid_me\n"
            + "3,8,3,0,0,1772416870,3,<img/>,2026-03-02 10:01:10,,李娜,wxid_li\n"
            + "4,8,10000,0,0,1772416880,3,\"\"\"王芳\"\"加入了群聊\",2026-03-02 10:01:20,,,\n"
            + "5,8,49,57,0,1772416890,3,<msg><appmsg><title>网关在奥斯陆</title></appmsg></msg>,2026-03-02 10:01:30,王姐,王芳,wxid_wang\n";
    List<Post> posts = read("ops.csv", table);
    assertThat(lines(posts))
        .containsExactly(
            "2026-03-02T02:00:00Z 李娜: 网关证书谁来续期？\n周五过期",
            "2026-03-02T02:01:00Z 陈杰: 我来，跑 renew.sh",
            "2026-03-02T02:01:30Z 王姐: 网关在奥斯陆");
    assertThat(posts.getFirst().account()).isEqualTo("wxid_li");
  }

  @Test
  void textWithTheTimeInFront() throws Exception {
    assertThat(
            lines(
                read(
                    "ops.txt",
                    """
                    2026-03-02 10:00:00 李娜
                    网关证书谁来续期？
                    周五过期

                    2026-03-02 10:01:00 陈杰
                    我来
                    2026-03-02 10:02:00 李娜
                    [图片]
                    """)))
        .containsExactly("2026-03-02T02:00:00Z 李娜: 网关证书谁来续期？\n周五过期", "2026-03-02T02:01:00Z 陈杰: 我来");
  }

  @Test
  void textWithTheNameInFrontAsWeComAndDingTalkCopyIt() throws Exception {
    List<Post> posts =
        read(
            "ops.txt",
            """
            张伟(ZhangWei) 2026/3/2 9:05:12
            发布窗口改到周三
            Anna Berg 2026-03-02 下午3:10
            Port 8443 is open now.
            """);
    assertThat(lines(posts))
        .containsExactly(
            "2026-03-02T01:05:12Z 张伟: 发布窗口改到周三",
            "2026-03-02T07:10:00Z Anna Berg: Port 8443 is open now.");
    assertThat(posts.getFirst().account()).isEqualTo("ZhangWei");
  }

  @Test
  void textWithAllInOneLine() throws Exception {
    assertThat(
            lines(read("ops.txt", "[2026-03-02 10:00] Li Na: The key: in the safe.\nTop shelf.")))
        .containsExactly("2026-03-02T02:00:00Z Li Na: The key: in the safe.\nTop shelf.");
  }

  @Test
  void jsonLines() throws Exception {
    List<Post> posts =
        read(
            "ops.jsonl",
            """
            {"id":"a","account":"U1","name":"Li","time":"2026-03-02T10:00:00Z","text":"When is the window?","link":"https://chat.example/a"}
            {"id":"b","account":"U2","name":"Bo","time":1772445660,"text":"Tuesday","replyTo":"a","mentions":["U1"]}
            {"id":"b","account":"U2","name":"Bo","time":1772445660,"text":"Wednesday","replyTo":"a","mentions":["U1"]}
            {"id":"c","name":"Cy","time":"2026-03-02T10:02:00+01:00","text":"oops"}
            {"id":"c","name":"Cy","time":"2026-03-02T10:02:00+01:00","deleted":true}
            """);
    assertThat(lines(posts))
        .containsExactly(
            "2026-03-02T10:00:00Z Li: When is the window?", "2026-03-02T10:01:00Z Bo: Wednesday");
    assertThat(posts.getLast().replyTo()).contains("a");
    assertThat(posts.getLast().addressed()).containsExactly("U1");
    assertThat(posts.getFirst().link()).isEqualTo("https://chat.example/a");
  }

  @Test
  void legacyChineseBytesAreRead() throws Exception {
    byte[] bytes = "2026-03-02 10:00:00 李娜\n证书周五过期\n".getBytes(Charset.forName("GB18030"));
    assertThat(lines(ExportFormat.read("ops.txt", bytes, settings())))
        .containsExactly("2026-03-02T02:00:00Z 李娜: 证书周五过期");
  }

  @Test
  void whatIsNoExportSaysWhatToDo() {
    assertThatThrownBy(() -> read("notes.txt", "Just a note.\n"))
        .hasMessageContaining("a name and a time stand above each message");
    assertThatThrownBy(() -> read("a.csv", "Team,Port\nOps,8443\n"))
        .hasMessageContaining("Type, IsSender, StrContent");
    assertThatThrownBy(() -> read("a.jsonl", "{\"time\":\"2026-03-02T10:00:00Z\"}\nsecret\n"))
        .hasMessageContaining("Line 2 is no JSON object")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> read("a.jsonl", "{\"text\":\"hi\"}\n"))
        .hasMessageContaining("Line 1 has no time");
  }
}
