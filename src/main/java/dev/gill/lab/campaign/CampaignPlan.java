package dev.gill.lab.campaign;

/**
 * How long and how rough a campaign is.
 *
 * @param operations how many are done
 * @param kills how often Gill is killed
 * @param stops how often the server is stopped
 * @param seed decides all of it
 */
public record CampaignPlan(int operations, int kills, int stops, long seed) {
  public CampaignPlan {
    if (operations < 1 || kills < 0 || stops < 0) {
      throw new IllegalArgumentException("a campaign has one operation at least");
    }
  }
}
