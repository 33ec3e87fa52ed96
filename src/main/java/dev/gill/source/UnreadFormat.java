package dev.gill.source;

import dev.gill.model.PassedOver.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the ending of a file's name says of a format that is not read, and what to do about it. */
final class UnreadFormat {
  private static final Pattern ENDING = Pattern.compile(".+(\\.[\\p{L}\\p{N}_+-]{1,12})");

  private static final Map<Reason, String> QUIET =
      Map.of(
          Reason.PICTURE,
          "png jpg jpeg gif bmp tif tiff webp svg svgz ico heic heif avif psd ai eps raw cr2 nef xcf drawio vsd vsdx fig sketch dwg dxf puml mmd excalidraw",
          Reason.RECORDING,
          "mp3 wav ogg oga opus flac m4a aac wma mp4 m4v mov avi mkv webm wmv mpg mpeg flv 3gp",
          Reason.ARCHIVE,
          "zip gz tgz bz2 xz zst 7z rar tar jar war iso dmg deb rpm pkg apk msi cab whl",
          Reason.PROGRAM,
          "java kt kts groovy scala py pyc rb js mjs cjs ts tsx jsx vue svelte c h cc cpp cxx hpp cs fs vb go rs swift m mm php pl pm lua r jl dart ex exs erl hs clj sh bash zsh fish ps1 psm1 bat cmd awk sed"
              + " css scss sass less styl erb haml j2 jinja tmpl tpl hbs ejs json jsonc json5 jsonl yaml yml toml ini cfg conf config properties env editorconfig gitignore gitattributes xml xsd xsl xslt dtd wsdl proto graphql"
              + " sql db sqlite sqlite3 mdb accdb parquet avro dat bin data log lock sum mod gradle mk cmake bazel bzl tf tfvars hcl nix pem crt cer der p12 pfx jks map wasm class o a so dll dylib exe lib pdb ttf otf woff woff2 eot"
              + " patch diff snap po mo pot lnk url webloc ics vcf torrent sig sha256 md5 csproj sln iml xlf resx plist");

  private static final Map<String, String> ADVICE =
      Map.of(
          "numbers xlsb gsheet fods", ".xlsx or .csv",
          "key ppsx gslides fodp", ".pptx or .pdf",
          "emlx pst mbox", ".eml");

  private static final Set<String> PROGRAMS =
      Set.of(
          "makefile",
          "dockerfile",
          "containerfile",
          "jenkinsfile",
          "vagrantfile",
          "gemfile",
          "rakefile",
          "procfile",
          "brewfile",
          "justfile",
          "gradlew",
          "mvnw",
          "pipfile",
          "build",
          "workspace",
          "configure",
          "cname");

  private static final Map<String, Reason> REASONS = new HashMap<>();
  private static final Map<String, String> TARGETS = new HashMap<>();

  static {
    QUIET.forEach(
        (reason, endings) ->
            Arrays.stream(endings.split(" ")).forEach(ending -> REASONS.put("." + ending, reason)));
    ADVICE.forEach(
        (endings, target) ->
            Arrays.stream(endings.split(" ")).forEach(ending -> TARGETS.put("." + ending, target)));
  }

  private UnreadFormat() {}

  /** What is said of a file whose format is not read. */
  static Verdict.PassedOver of(String name) {
    String ending = ending(name);
    Reason reason =
        ending.isEmpty()
            ? PROGRAMS.contains(name.toLowerCase(Locale.ROOT)) ? Reason.PROGRAM : Reason.FORMAT
            : REASONS.getOrDefault(ending, Reason.FORMAT);
    return new Verdict.PassedOver(reason, ending, why(reason, ending));
  }

  /** What the name of a file ends in, in lower case with its dot; empty if in nothing. */
  static String ending(String name) {
    Matcher named = ENDING.matcher(name);
    return named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String why(Reason reason, String ending) {
    if (reason != Reason.FORMAT) {
      return "Gill does not read this format.";
    }
    return ending.isEmpty()
        ? "Their names have no ending that says their format; give them one, such as .md or .txt."
        : "Gill does not read this format; save them as %s."
            .formatted(TARGETS.getOrDefault(ending, ".docx or .pdf"));
  }
}
