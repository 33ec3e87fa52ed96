package dev.gill.parse.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notebook says what its prose, its code and its results say. */
class NotebookTest {
  private static final String PYTHON =
      "'metadata':{'kernelspec':{'language':'python'}},'nbformat':4,'nbformat_minor':5}";

  private static Document parsed(String json) throws ParseException {
    Document document = Samples.parsed("runbook.ipynb", json.replace('\'', '"'));
    DocumentShape.check(document);
    return document;
  }

  private static Document cells(String cells) throws ParseException {
    return parsed("{'cells':[%s],%s".formatted(cells, PYTHON));
  }

  private static Document output(String output) throws ParseException {
    return cells(
        "{'cell_type':'code','source':['go()'],'outputs':[%s],'metadata':{}}".formatted(output));
  }

  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("notebook", kind, count);
  }

  @Test
  void proseIsMarkdownAndCodeHasItsLanguage() throws ParseException {
    Document document =
        cells(
            """
            {'cell_type':'markdown','source':['# Restart\\n','\\n','- [Node 7](#Node-7)\\n','- [Costs](#Costs)']},
            {'cell_type':'markdown','source':'## Node 7\\n\\nNode 7 is **restarted** at 6.'},
            {'cell_type':'code','source':['x = 1\\n','restart(x)'],'outputs':[{'output_type':'stream','name':'stdout','text':['node ','7 is up\\n']}]},
            {'cell_type':'code','source':'%%bash\\nls','outputs':[]},
            {'cell_type':'markdown','source':['## Costs\\n\\n| Node | Cost |\\n|---|---|\\n| 7 | 3 euros |']}
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            # Restart

            ## Node 7

            Node 7 is restarted at 6.

            ```python
            x = 1
            restart(x)
            ```

            ```
            node 7 is up
            ```

            ```bash
            %%bash
            ls
            ```

            ## Costs

            | Node | Cost |
            | 7 | 3 euros |""");
    assertThat(document.title()).contains("Restart");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.CONTENTS, 1));
  }

  @Test
  void theThirdFormatIsReadAsWell() throws ParseException {
    Document document =
        parsed(
            """
            {'metadata':{'name':'Old runbook'},'nbformat':3,'worksheets':[{'cells':[
            {'cell_type':'heading','level':2,'source':['Pump 4']},
            {'cell_type':'markdown','source':['Pump 4 holds 20 litres.']},
            {'cell_type':'code','language':'python','input':['volume()'],'outputs':[
              {'output_type':'pyout','text':['20']},{'output_type':'display_data','png':'iVBO','text':['<Figure>']}]}]}]}
            """);

    assertThat(document.text())
        .isEqualTo(
            "## Pump 4\n\nPump 4 holds 20 litres.\n\n```python\nvolume()\n```\n\n```\n20\n```");
    assertThat(document.title()).contains("Pump 4");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void tablesAreTablesAndPicturesAreCounted() throws ParseException {
    Document document =
        output(
            """
            {'output_type':'execute_result','data':{'text/html':['<table><tr><th>City</th><th>Load</th></tr><tr><td>Lund</td><td>40</td></tr></table>'],'text/plain':['City Load']}},
            {'output_type':'display_data','data':{'image/png':'iVBORw0KGgo=','text/plain':['<Figure size 640x480>']}},
            {'output_type':'display_data','data':{'application/vnd.plotly.v1+json':{'data':[]},'text/plain':['Figure()']}},
            {'output_type':'error','ename':'KeyError','evalue':'depot','traceback':['\\u001b[31mline 1\\u001b[0m']}
            """);

    assertThat(document.text())
        .isEqualTo(
            "```python\ngo()\n```\n\n| City | Load |\n| Lund | 40 |\n\n```\nKeyError: depot\n```");
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(
            left(LeftOut.Kind.PICTURE, 1),
            left(LeftOut.Kind.OUTPUT, 1),
            left(LeftOut.Kind.OBJECT, 1));
  }

  @Test
  void longOutputsAreCutAndProgressIsReadWhenDone() throws ParseException {
    Document document =
        output(
            "{'output_type':'stream','text':'10%%\\r100%% \\u001b[32mdone\\u001b[0m\\n%s'}"
                .formatted("step\\n".repeat(500)));

    assertThat(document.text()).contains("```\n100% done\nstep\n").doesNotContain("10%\r");
    assertThat(document.text().lines().filter("step"::equals)).hasSize(19);
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.OUTPUT, 1));
  }

  @Test
  void theSettingsOfARawCellNameTheDocument() throws ParseException {
    Document document =
        cells(
            """
            {'cell_type':'raw','source':['---\\n','title: Night rota\\n','author: Bo Lindqvist\\n','---']},
            {'cell_type':'markdown','source':['The night guard is Bo.']}
            """);

    assertThat(document.title()).contains("Night rota");
    assertThat(document.author()).contains("Bo Lindqvist");
    assertThat(document.text()).isEqualTo("The night guard is Bo.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'cells':[{'cell_type':'markdown','sou", "no JSON", "{} {}", "[1", ""})
  void brokenOnesAreRefused(String json) {
    assertThatThrownBy(() -> parsed(json)).isInstanceOf(ParseException.class);
  }

  @Test
  void othersAreRefusedWithWhatToDo() {
    assertThatThrownBy(() -> parsed("{'cells':[")).hasMessageContaining("not a notebook");
    assertThatThrownBy(() -> parsed("{'nbformat':4}")).hasMessageContaining("holds no cells");
    assertThatThrownBy(() -> parsed("{'nbformat':2,'worksheets':[]}"))
        .hasMessageContaining("open it in Jupyter");
  }

  @Test
  @Timeout(20)
  void hostileOnesAreRefused() {
    assertThatThrownBy(() -> parsed("{'cells':" + "[".repeat(100_000)))
        .hasMessageContaining("too deeply");
    assertThatThrownBy(() -> parsed("{'cells':[" + "{},".repeat(3_000_000) + "{}]}"))
        .hasMessageContaining("more values than Gill reads");
    assertThatThrownBy(
            () -> cells("{'cell_type':'markdown','source':'%s x'}".formatted(">".repeat(5000))))
        .hasMessageContaining("too deeply");
  }
}
