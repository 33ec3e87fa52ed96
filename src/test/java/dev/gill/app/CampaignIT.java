package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.house.House;
import dev.gill.lab.campaign.Campaign;
import dev.gill.lab.campaign.CampaignPlan;
import dev.gill.lab.campaign.CampaignReport;
import dev.gill.lab.campaign.Terrains;
import dev.gill.lab.servers.Real;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A short campaign on each real server, with the built application. */
class CampaignIT {
  private static final List<String> NAMES = Terrains.NAMES;

  @TempDir Path work;

  @ParameterizedTest
  @FieldSource("NAMES")
  void theIndexIsRightAfterKillsOfGillAndStopsOfTheServer(String name) throws Exception {
    Campaign campaign =
        new Campaign(
            work,
            Path.of("target", "quarkus-app", "quarkus-run.jar"),
            Path.of("models"),
            House.engines(),
            line -> {});
    CampaignReport report = Real.orSkip(() -> campaign.run(name, new CampaignPlan(60, 2, 2, 7)));
    assertThat(report.good()).as(String.join("\n", report.lines())).isTrue();
    assertThat(report.documents()).isGreaterThan(5);
  }
}
