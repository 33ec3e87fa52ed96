package dev.gill.parse.html;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tabs without a script: hidden radio buttons, a label for each, and as many panels. */
record HtmlRadioTabs(List<Element> labels, List<Element> panels) {
  /** The tabs of a page whose labels and panels are as many. */
  static HtmlRadioTabs of(Document page) {
    Map<Element, List<Element>> sets = new IdentityHashMap<>();
    List<Element> order = new ArrayList<>();
    for (Element input : page.select("input[type=radio][id]")) {
      Element parent = input.parent();
      if (parent != null && !parent.is("form, fieldset, p, li, label, td")) {
        if (!sets.containsKey(parent)) {
          order.add(parent);
        }
        sets.computeIfAbsent(parent, key -> new ArrayList<>()).add(input);
      }
    }
    HtmlRadioTabs all = new HtmlRadioTabs(new ArrayList<>(), new ArrayList<>());
    order.forEach(parent -> all.add(parent, sets.get(parent)));
    return all;
  }

  private void add(Element parent, List<Element> inputs) {
    Set<String> ids = inputs.stream().map(Element::id).collect(Collectors.toSet());
    List<Element> named =
        parent.select("label[for]").stream()
            .filter(label -> ids.contains(label.attr("for")))
            .toList();
    List<Element> rest =
        parent.children().stream()
            .filter(child -> !child.is("input, label, style, script"))
            .filter(child -> child.select("label[for]").isEmpty())
            .toList();
    List<Element> found = rest.size() == 1 ? rest.getFirst().children() : rest;
    if (named.size() == inputs.size() && found.size() == inputs.size()) {
      labels.addAll(named);
      panels.addAll(found);
    }
  }

  void forEach(BiConsumer<Element, Element> consumer) {
    for (int i = 0; i < labels.size(); i++) {
      consumer.accept(labels.get(i), panels.get(i));
    }
  }
}
