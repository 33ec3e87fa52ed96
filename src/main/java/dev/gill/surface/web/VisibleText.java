package dev.gill.surface.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has templates escape every text, and show what is hidden in it, as {@link Escaping} does. */
@Singleton
class VisibleText implements ResultMapper {
  private static final int BEFORE_THE_USUAL_ESCAPER = 100;

  void configure(@Observes EngineBuilder engine) {
    engine.addResultMapper(this);
  }

  @Override
  public int getPriority() {
    return BEFORE_THE_USUAL_ESCAPER;
  }

  @Override
  public boolean appliesTo(Origin origin, Object result) {
    return result instanceof String;
  }

  @Override
  public String map(Object result, Expression expression) {
    return Escaping.escape((String) result);
  }
}
