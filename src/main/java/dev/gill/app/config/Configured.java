package dev.gill.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What the configuration library maps, and the sources beside it. */
record Configured(MappedConfig mapped, SortedMap<String, Map<String, String>> sources)
    implements GillConfig {
  @Override
  public Path data() {
    return mapped.data();
  }

  @Override
  public Path models() {
    return mapped.models();
  }

  @Override
  public boolean feedback() {
    return mapped.feedback();
  }

  @Override
  public TrailConfig trail() {
    return mapped.trail();
  }

  @Override
  public LedgerConfig ledger() {
    return mapped.ledger();
  }

  @Override
  public GapsConfig gaps() {
    return mapped.gaps();
  }

  @Override
  public AnswerConfig answer() {
    return mapped.answer();
  }

  @Override
  public EmbedConfig embed() {
    return mapped.embed();
  }

  @Override
  public AccessConfig access() {
    return mapped.access();
  }

  @Override
  public Map<String, List<String>> groups() {
    return mapped.groups();
  }

  @Override
  public PeopleConfig people() {
    return mapped.people();
  }

  @Override
  public HttpConfig http() {
    return mapped.http();
  }

  @Override
  public Map<String, HookConfig> hooks() {
    return mapped.hooks();
  }

  @Override
  public SignInConfig signin() {
    return mapped.signin();
  }

  @Override
  public SurfacesConfig surfaces() {
    return mapped.surfaces();
  }
}
