package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A setting whose name is not known cannot be set: a start refuses it as a slip of the pen. */
class EveryNameTest {
  @Test
  void eachSettingThatIsReadCanBeGiven() {
    List<String> names = names("gill", MappedConfig.class);

    assertThat(names).contains("gill.answer.key", "gill.signin", "gill.http.asks");
    assertThat(Names.KNOWN).containsAll(names);
  }

  /** Of settings that have one name each: groups, hooks and the like are named by who runs Gill. */
  private static List<String> names(String room, Class<?> mapped) {
    List<String> names = new ArrayList<>();
    for (Method method : mapped.getDeclaredMethods()) {
      String name =
          method.isAnnotationPresent(WithParentName.class)
              ? room
              : room + "." + method.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      if (method.getReturnType().getEnclosingClass() == MappedConfig.class) {
        names.addAll(names(name, method.getReturnType()));
      } else if (method.getReturnType() != Map.class && !method.isSynthetic()) {
        names.add(name);
      }
    }
    return names;
  }
}
