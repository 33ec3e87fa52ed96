package dev.gill.skill;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** Writes skills, and keeps them in step with the documents. */
public final class Skill {
  private final SkillFolder folder;
  private final InstantSource clock;

  /**
   * The skill of a folder.
   *
   * @param clock says the day where the sources do not
   */
  public Skill(Path folder, InstantSource clock) {
    this.folder = new SkillFolder(folder);
    this.clock = clock;
  }

  /**
   * Writes the skill anew.
   *
   * @return the paths that were written or deleted; none if nothing was found to write
   * @throws SkillException if the folder holds something else or its name is none for a skill
   * @throws InterruptedException if the thread is interrupted while it searches
   */
  public SortedSet<String> export(Subject subject, List<String> audience, Gathering gathering)
      throws InterruptedException {
    SkillSpec spec = new SkillSpec(folder.name(), subject, audience);
    folder.requireFree();
    Gathering.Gathered gathered = gathering.of(spec);
    return gathered.sheets().isEmpty()
        ? Collections.emptySortedSet()
        : folder.write(Rendering.of(spec, gathered.sheets(), day(gathered)));
  }

  /** What the skill is about; see {@link #follow}. */
  public Subject subject() {
    return folder.read().spec().subject();
  }

  /**
   * Brings the skill in step, and commits that as one commit where the folder lies in a work tree
   * of Git. What the audience may not read any more goes; Git's history keeps what it held.
   *
   * @return the paths that were written or deleted; none if it was in step
   * @throws SkillException if Gill has not exported it, or it cannot be written
   * @throws InterruptedException if the thread is interrupted while it searches
   */
  public SortedSet<String> follow(Gathering gathering) throws InterruptedException {
    FrontMatter.Read read = folder.read();
    SkillSpec spec = read.spec();
    Gathering.Gathered gathered = gathering.of(spec);
    SortedMap<String, String> unchanged = Rendering.of(spec, gathered.sheets(), read.asOf());
    if (unchanged.equals(folder.files())) {
      return Collections.emptySortedSet();
    }
    SortedMap<String, String> wanted = Rendering.of(spec, gathered.sheets(), day(gathered));
    SortedSet<String> changed = folder.write(wanted);
    Commits.of(folder.path(), wanted.keySet(), changed, spec.name());
    return changed;
  }

  private LocalDate day(Gathering.Gathered gathered) {
    Instant at = gathered.asOf().orElseGet(clock::instant);
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
