package dev.gill.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

@AnalyzeClasses(packages = "dev.gill", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionsTest {
  private static final String ROOM = "dev.gill.";
  private static final String HTTP = "dev.gill.source.http..";
  private static final String SWEEP = "dev.gill.source.sweep..";
  private static final String CHAT = "dev.gill.source.chat..";
  private static final String SURFACE_CHAT = "dev.gill.surface.chat..";
  private static final String SIGNING = "dev.gill.surface.signing..";

  @ArchTest static final ArchRule MODEL = only("model");
  @ArchTest static final ArchRule SOURCE = only("source", "model");
  @ArchTest static final ArchRule PARSE = only("parse", "model");
  @ArchTest static final ArchRule CHUNK = only("chunk", "model", "parse");
  @ArchTest static final ArchRule EMBED = only("embed", "model");
  @ArchTest static final ArchRule INDEX = only("index", "model");

  @ArchTest
  static final ArchRule SYNC = only("sync", "source", "parse", "chunk", "embed", "index", "model");

  @ArchTest static final ArchRule LEDGER = only("ledger", "model");

  @ArchTest static final ArchRule TRANSLATE = only("translate", "model");

  @ArchTest
  static final ArchRule RETRIEVE = only("retrieve", "embed", "index", "model", "translate");

  @ArchTest static final ArchRule ANSWER = only("answer", "retrieve", "model");

  @ArchTest
  static final ArchRule GAPS = only("gaps", "ledger", "answer", "embed", "index", "model");

  @ArchTest
  static final ArchRule SURFACE =
      only("surface", "answer", "gaps", "ledger", "model", "index", "sync");

  @ArchTest
  static final ArchRule SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.gill.ledger.sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.flywaydb..", "org.h2..", "org.postgresql..")
          .because(
              "the store beside the index must be replaceable; say it through Trail and TrailBook");

  @ArchTest
  static final ArchRule LANGCHAIN4J = only("langchain4j", "answer", "embed", "index", "model");

  @ArchTest static final ArchRule SKILL = only("skill", "answer", "index", "model");

  @ArchTest
  static final ArchRule LAB =
      noClasses()
          .that()
          .resideInAPackage("dev.gill.lab..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.gill.surface..", "dev.gill.app..")
          .because(
              "the lab proves what the house does without its doors; take what you need by constructor");

  @ArchTest
  static final ArchRule NOBODY_IMPORTS_APP =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.gill.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.gill.app..")
          .because(
              "app wires the others; take what you need by constructor and let app hand it in");

  @ArchTest
  static final ArchRule ADAPTERS_APART =
      slices()
          .matching("dev.gill.source.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAPackage("dev.gill.source.."), resideInAPackage(HTTP))
          .ignoreDependency(resideInAPackage("dev.gill.source.."), resideInAPackage(SWEEP))
          .ignoreDependency(resideInAPackage("dev.gill.source.."), resideInAPackage(CHAT))
          .because("a source must be removable alone; move what two of them share up into source");

  @ArchTest
  static final ArchRule ONE_PLACE_REGISTERS_SOURCES =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.gill.source.(*)..", "dev.gill.lab..")
          .and()
          .doNotHaveFullyQualifiedName("dev.gill.app.config.SourceTypes")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.gill.source.chatexport..",
              "dev.gill.source.confluence..",
              "dev.gill.source.dokuwiki..",
              "dev.gill.source.folder..",
              "dev.gill.source.git..",
              "dev.gill.source.lark..",
              "dev.gill.source.mail..",
              "dev.gill.source.matrix..",
              "dev.gill.source.mediawiki..",
              "dev.gill.source.slack..",
              "dev.gill.source.verified..",
              "dev.gill.source.webdav..")
          .because(
              "a new source must touch one line besides its own package; ask for it through SourceType");

  @ArchTest
  static final ArchRule HTTP_IS_FOR_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.gill.source.(*)..", "dev.gill.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HTTP)
          .because(
              "only an adapter asks a server; let it say through the SPI in source what it found, and let app hand it its client");

  @ArchTest
  static final ArchRule HTTP_IMPORTS_LITTLE =
      noClasses()
          .that()
          .resideInAPackage(HTTP)
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  HTTP, "dev.gill.source", "dev.gill.model", "java..", "javax.net.ssl.."))
          .because(
              "all adapters stand on it; what knows a system's protocol or format belongs to that system's adapter");

  @ArchTest
  static final ArchRule SWEEP_IMPORTS_LITTLE =
      noClasses()
          .that()
          .resideInAPackage(SWEEP)
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(SWEEP, "dev.gill.source", "dev.gill.model", "java.."))
          .because(
              "all adapters may stand on it; how a system lists its documents belongs to that system's adapter");

  @ArchTest
  static final ArchRule CHAT_IMPORTS_LITTLE =
      noClasses()
          .that()
          .resideInAPackage(CHAT)
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  CHAT,
                  SWEEP,
                  "dev.gill.source",
                  "dev.gill.model",
                  "com.fasterxml.jackson..",
                  "java.."))
          .because(
              "all chats stand on it; how one of them tells of its messages belongs to its adapter");

  @ArchTest
  static final ArchRule SURFACES_APART =
      slices()
          .matching("dev.gill.surface.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAPackage("dev.gill.surface.."), resideInAPackage(SURFACE_CHAT))
          .ignoreDependency(resideInAPackage("dev.gill.surface.."), resideInAPackage(SIGNING))
          .because(
              "a surface must be removable alone; move what two of them share into surface, or surface.chat for chats");

  @ArchTest
  static final ArchRule SIGNING_IMPORTS_LITTLE =
      noClasses()
          .that()
          .resideInAPackage(SIGNING)
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  SIGNING, "com.fasterxml.jackson..", "java..", "javax.crypto.."))
          .because("all surfaces stand on it; what a request asks for belongs to its surface");

  @ArchTest
  static final ArchRule SLACK_SDK =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.gill.surface.slack..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.slack.api..")
          .because("Slack's library must be replaceable; say it through SlackApi in surface.slack");

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices()
          .matching("dev.gill.(**)")
          .should()
          .beFreeOfCycles()
          .because(
              "a circle makes two rooms one; move the shared type to the one that the other may import");

  @ArchTest
  static final ArchRule LUCENE_INDEX =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.gill.index.lucene..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..")
          .because("the engine must be replaceable; say it through the SPI in index");

  @ArchTest
  static final ArchRule ONE_PLACE_CHOOSES_THE_ENGINE =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.gill.index.lucene..", "dev.gill.app.house..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.gill.index.lucene..")
          .because("another engine must change one line; take Engines by constructor");

  @ArchTest
  static final ArchRule ONNX =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.gill.embed.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnxruntime..", "ai.djl..")
          .because("the runtime must be replaceable; say it through the SPI in embed");

  @ArchTest
  static final ArchRule IMAP =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.gill.source.mail..", "dev.gill.lab.servers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.mail..")
          .because("a mail library must be replaceable; say it through MailStore in source.mail");

  @ArchTest
  static final ArchRule PURE_STAGES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.gill.model..", "dev.gill.chunk..", "dev.gill.retrieve..", "dev.gill.answer..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(Math.class, "random")
          .because(
              "the same input must give the same output; take an InstantSource by constructor in sync or app instead");

  @ArchTest
  static final ArchRule ONE_LOGGING_API =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "org.jboss.logging..")
          .because("one way of logging is enough, and the JDK has it: System.getLogger");

  @ArchTest
  static final ArchRule CONSTRUCTORS_ONLY =
      noFields()
          .should()
          .beAnnotatedWith("jakarta.inject.Inject")
          .because("what a class needs shall stand in its constructor");

  @ArchTest
  static final ArchRule PACKAGES_SAY_WHAT_THEY_ARE =
      classes()
          .that()
          .resideInAPackage("dev.gill..")
          .should(ExplainedPackage.haveAPackageInfo())
          .because("a reader must find the room by its door plate; write a package-info.java");

  private static ArchRule only(String room, String... mayImport) {
    List<String> allowed = new ArrayList<>(List.of(ROOM + room + ".."));
    for (String other : mayImport) {
      allowed.add(
          ROOM
              + other
              + (other.equals("embed") || other.equals("index") || other.equals("source")
                  ? ""
                  : ".."));
    }
    allowed.removeIf(name -> name.equals(ROOM));
    return noClasses()
        .that()
        .resideInAPackage(ROOM + room + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "reside in dev.gill outside of " + allowed,
                type ->
                    type.getPackageName().startsWith("dev.gill")
                        && allowed.stream().noneMatch(p -> matches(type.getPackageName(), p))))
        .because(
            "%s may import only %s; pass the value in from an orchestrator (sync, retrieve) or app instead"
                .formatted(room, mayImport.length == 0 ? "the JDK" : String.join(", ", mayImport)));
  }

  private static boolean matches(String name, String pattern) {
    return pattern.endsWith("..")
        ? (name + ".").startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }
}
