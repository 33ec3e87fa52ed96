package dev.gill.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.onnxruntime.OrtEnvironment;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.gill.embed.onnx.OnnxRuntime;

/** Holds for the tests and the benches, too. */
@AnalyzeClasses(packages = "dev.gill")
@ArchTag("slow")
class OneStartTest {
  @ArchTest
  static final ArchRule ONE_PLACE_STARTS_ONNX_RUNTIME =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(OnnxRuntime.class.getName())
          .should()
          .accessTargetWhere(
              JavaAccess.Predicates.target(
                      HasOwner.Predicates.With.owner(
                          HasName.Predicates.name(OrtEnvironment.class.getName())))
                  .and(JavaAccess.Predicates.target(HasName.Predicates.name("getEnvironment"))))
          .because(
              "started any other way it reports to its makers and may overrun the stack; call OnnxRuntime.environment()");
}
