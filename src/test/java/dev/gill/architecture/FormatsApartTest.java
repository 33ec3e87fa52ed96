package dev.gill.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

@Tag("slow")
@AnalyzeClasses(packages = "dev.gill", importOptions = ImportOption.DoNotIncludeTests.class)
class FormatsApartTest {
  private static final String PARSE = "dev.gill.parse";
  private static final String ENTRANCE = PARSE + ".formats";

  /** Works on what any format gave. */
  private static final String SECRETS = ".secrets";

  /** What the packages of the formats stand on; none of these knows a format. */
  private static final List<String> SHARED =
      List.of("", ".canonical", ".charset", ".table", ".container", ".xml", ".recognition");

  /** The packages of the formats, and which others each holds within its own documents. */
  private static final Map<String, List<String>> FORMATS =
      Map.ofEntries(
          Map.entry(".text", List.of()),
          Map.entry(".html", List.of()),
          Map.entry(".rst", List.of()),
          Map.entry(".asciidoc", List.of()),
          Map.entry(".markdown", List.of(".html", ".rst")),
          Map.entry(".org", List.of(".html")),
          Map.entry(".notebook", List.of(".html", ".markdown")),
          Map.entry(".epub", List.of(".html")),
          Map.entry(".wiki", List.of(".html")),
          Map.entry(".lark", List.of()),
          Map.entry(".confluence", List.of(".html")),
          Map.entry(".mail", List.of(".html", ".office.rtf")),
          Map.entry(".pdf", List.of()),
          Map.entry(".picture", List.of()),
          Map.entry(".office", List.of()),
          Map.entry(".office.word", List.of(".office")),
          Map.entry(".office.rtf", List.of(".office")),
          Map.entry(".office.sheet", List.of(".office")),
          Map.entry(".office.slides", List.of(".office")),
          Map.entry(".office.opendocument", List.of(".office")));

  @ArchTest
  static final ArchRule ONE_ENTRANCE =
      noClasses()
          .that()
          .resideOutsideOfPackage(PARSE + "..")
          .should()
          .dependOnClassesThat(inside(PARSE + "..", PARSE, ENTRANCE, PARSE + SECRETS))
          .because("formats change; say it through Document and Parser, which Formats implements");

  @ArchTest
  static final ArchRule FORMATS_APART =
      CompositeArchRule.of(
          FORMATS.entrySet().stream()
              .map(format -> only(format.getKey(), format.getValue(), SHARED))
              .toList());

  @ArchTest
  static final ArchRule SHARED_KNOWS_NO_FORMAT =
      CompositeArchRule.of(SHARED.stream().map(shared -> only(shared, List.of(), SHARED)).toList());

  @ArchTest static final ArchRule SECRETS_KNOW_NO_FORMAT = only(SECRETS, List.of(), List.of(""));

  @ArchTest
  static final ArchRule EVERY_PACKAGE_HAS_ITS_RULE =
      classes()
          .that()
          .resideInAPackage(PARSE + "..")
          .should()
          .resideInAnyPackage(named())
          .because("a new format must say in this test which others it holds");

  private static ArchRule only(String name, List<String> held, List<String> shared) {
    List<String> allowed = new ArrayList<>(List.of(PARSE + name));
    Stream.concat(held.stream(), shared.stream()).map(PARSE::concat).forEach(allowed::add);
    return noClasses()
        .that()
        .resideInAPackage(PARSE + name)
        .should()
        .dependOnClassesThat(inside(PARSE + "..", allowed.toArray(String[]::new)))
        .because(
            "%s may import only %s; move what two formats share to parse.canonical or beside it"
                .formatted(PARSE + name, allowed));
  }

  private static String[] named() {
    return Stream.of(SHARED.stream(), FORMATS.keySet().stream(), Stream.of(".formats", SECRETS))
        .flatMap(names -> names)
        .map(PARSE::concat)
        .toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> inside(String all, String... but) {
    return DescribedPredicate.and(
        resideInAnyPackage(all), DescribedPredicate.not(resideInAnyPackage(but)));
  }
}
