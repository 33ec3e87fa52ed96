package dev.gill.parse.lark;

import java.util.List;

/** What the numbers of a code block's language mean. */
final class CodeLanguage {
  private static final List<String> NAMES =
      List.of(
          ("- - abap ada apache apex assembly bash csharp cpp c cobol css coffeescript d dart delphi"
                  + " django dockerfile erlang fortran foxpro go groovy html htmlbars http haskell"
                  + " json java javascript julia kotlin latex lisp logo lua matlab makefile markdown"
                  + " nginx objectivec openedge php perl postscript powershell prolog protobuf python"
                  + " r rpg ruby rust sas scss sql scala scheme scratch shell swift thrift typescript"
                  + " vbscript visualbasic xml yaml cmake diff gherkin graphql glsl properties"
                  + " solidity toml")
              .split(" "));

  private CodeLanguage() {}

  /** Empty for plain text and for what is not known. */
  static String name(int number) {
    return number > 1 && number < NAMES.size() ? NAMES.get(number) : "";
  }
}
