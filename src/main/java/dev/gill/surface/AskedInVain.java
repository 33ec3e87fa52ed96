package dev.gill.surface;

import dev.gill.answer.CurrentReader;
import dev.gill.answer.CurrentRole;
import dev.gill.gaps.Gap;
import dev.gill.gaps.Gaps;
import dev.gill.gaps.Gaps.Sight;
import dev.gill.ledger.LedgerException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What was asked in vain, as whoever asks may see it: all of it if they look after Gill; if they
 * may verify answers, what was asked by those who may read no more than they; else their own.
 */
@Singleton
public final class AskedInVain {
  private static final int SHOWN = 20;

  private final Gaps gaps;
  private final CurrentReader currentReader;
  private final CurrentRole role;
  private final Verifying verifying;

  /** Over the gaps of one trail. */
  @Inject
  public AskedInVain(
      Gaps gaps, CurrentReader currentReader, CurrentRole role, Verifying verifying) {
    this.gaps = gaps;
    this.currentReader = currentReader;
    this.role = role;
    this.verifying = verifying;
  }

  /** Whether a trail is kept, without which nothing is known of it. */
  public boolean isOn() {
    return gaps.isOn();
  }

  /** What whoever asks may see. */
  public Sight sight() {
    if (role.isAdmin()) {
      return Sight.ALL;
    }
    return verifying.mayVerify() ? Sight.COVERED : Sight.OWN;
  }

  /**
   * Up to 20 of them, what was asked most often first.
   *
   * @throws LedgerException if the trail cannot be read now
   */
  public List<Gap> open() throws InterruptedException {
    return isOn() ? gaps.open(currentReader.get(), sight(), SHOWN) : List.of();
  }
}
