package dev.gill.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for the source file, since a package-info without annotations leaves no class. */
final class ExplainedPackage extends ArchCondition<JavaClass> {
  private ExplainedPackage() {
    super("be in a package with a package-info.java");
  }

  static ArchCondition<JavaClass> haveAPackageInfo() {
    return new ExplainedPackage();
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Path info =
        Path.of("src", "main", "java")
            .resolve(type.getPackageName().replace('.', '/'))
            .resolve("package-info.java");
    if (!Files.exists(info)) {
      events.add(
          SimpleConditionEvent.violated(type, type.getPackageName() + " has no package-info.java"));
    }
  }
}
