package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Role;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ChineseModelTest extends RealModelContract {
  ChineseModelTest() {
    super(RealModel.CHINESE);
  }

  @Override
  List<List<String>> examples() {
    return List.of(
        List.of("支付服务半夜挂了应该找谁？", "非工作时间请呼叫账单组的值班工程师。", "账单组每周二上午十点开会。", "款项在每月月底以人民币结算。"),
        List.of(
            "我每年有多少天年假？",
            "每位员工每年享有十五天带薪休假，其中五天可以结转到下一年。",
            "预订出差行程之前请先征得组长同意。",
            "法定节假日办公室关闭，请带好钥匙。"));
  }

  @Test
  void hanCharactersAreTokens() {
    assertThat(embedder().tokens("恢复数据库。")).isEqualTo(6);
    assertThat(embedder().capacity()).isEqualTo(510);
  }

  @Test
  void traditionalCharactersMeanWhatSimplifiedOnesMean() throws Exception {
    List<float[]> vectors = embedder().embed(List.of("備份保留多久時間？", "备份保留多久时间？"), Role.QUESTION);
    assertThat(vectors.getFirst()).isEqualTo(vectors.getLast());
  }
}
