package dev.gill.parse.html;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Finds what a reader opens by a click (tabs, accordions, folded answers), whoever's markup it is,
 * and turns it into {@code details} with the words of its control as {@code summary}.
 */
final class HtmlPanels {
  private static final String CONTROLS =
      "button, [role=tab], [role=button], [aria-controls], [data-target], [data-bs-target],"
          + " [data-toggle], [data-bs-toggle], [onclick]";
  private static final Set<String> CONTROL_NAMES = Set.of("button", "input", "label");
  private static final Set<String> CONTROL_ATTRIBUTES =
      Set.of("role", "onclick", "hidden", "style");
  private static final int MOST_SETS = 200;

  /** Further ones are read where they stand. */
  private static final int MOST_PANELS = 2000;

  private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
  private static final String POPUPS =
      "nav, [role=menu], [role=listbox], [role=dialog], [role=tooltip], [role=search], header nav";
  private static final Pattern NAMED_IN_SCRIPT = Pattern.compile("['\"]#?([\\w-]{1,80})['\"]");
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(
          "(?i)\\W*(?:(?:show|read|learn|view|see)\\s+(?:more|less|all|details|answer)|more|less|expand"
              + "|collapse|toggle|details|open|close|menu|mehr|weiterlesen|展开|更多)?\\W*");
  private static final Pattern FOLDED =
      Pattern.compile(
          "(?i).*(?:accordion|collaps|panel|tab-?(?:content|pane)|tabcontent|faq|toggle|expand|answer"
              + "|spoiler|fold|disclosure).*");

  private final Map<String, Element> ids = new HashMap<>();
  private final Set<Element> opened = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Document page;

  private HtmlPanels(Document page) {
    this.page = page;
    page.select("[id]").forEach(element -> ids.putIfAbsent(element.id(), element));
  }

  static void open(Document page) {
    if (page.stream().anyMatch(HtmlPanels::mayOpen)) {
      new HtmlPanels(page).open();
    }
  }

  /** Most fragments of Markdown hold nothing of the kind, and looking for all of it is dear. */
  private static boolean mayOpen(Element element) {
    return CONTROL_NAMES.contains(element.normalName())
        || element.hasClass("tabbed-labels")
        || element.attributes().asList().stream()
            .map(attribute -> attribute.getKey().toLowerCase(Locale.ROOT))
            .anyMatch(
                key ->
                    CONTROL_ATTRIBUTES.contains(key)
                        || key.startsWith("aria-")
                        || key.startsWith("data-"));
  }

  private void open() {
    for (Element control : page.select(CONTROLS)) {
      Element panel = named(control);
      if (panel != null) {
        pair(control, panel);
      }
    }
    for (Element panel : page.select("[role=tabpanel][aria-labelledby]")) {
      Element title = ids.get(panel.attr("aria-labelledby"));
      if (title != null) {
        pair(title, panel);
      }
    }
    page.select("[role=tablist], .tabbed-labels").stream().limit(MOST_SETS).forEach(this::inOrder);
    page.select("input[type=radio] + label + div, input[type=checkbox] + label + div")
        .forEach(panel -> pair(panel.previousElementSibling(), panel));
    HtmlRadioTabs.of(page).forEach(this::pair);
    page.select("[hidden], [style*=none], [style*=hidden], [aria-hidden=true]")
        .forEach(this::beside);
    page.select(
            "h1 button, h2 button, h3 button, h4 button, h5 button, h6 button, dt button, dt [role=button], summary button")
        .forEach(button -> button.tagName("span"));
  }

  /** What a control says that it opens. */
  private Element named(Element control) {
    for (String attribute :
        List.of("aria-controls", "data-bs-target", "data-target", "href", "data-tab")) {
      String value = control.attr(attribute).strip();
      Element panel = ids.get(value.startsWith("#") ? value.substring(1) : value);
      if (panel != null && !value.isEmpty()) {
        return panel;
      }
    }
    Matcher script = NAMED_IN_SCRIPT.matcher(control.attr("onclick"));
    while (script.find()) {
      Element panel = ids.get(script.group(1));
      if (panel != null && HtmlElements.isHiddenByAuthor(panel)
          || panel != null && FOLDED.matcher(panel.className()).matches()) {
        return panel;
      }
    }
    return null;
  }

  /** Tabs that name no panel belong to the panels beside them, in order. */
  private void inOrder(Element list) {
    Elements tabs = list.select("[role=tab], label");
    Element parent = list.parent();
    if (parent == null || tabs.isEmpty()) {
      return;
    }
    List<Element> panels =
        parent.select("[role=tabpanel], .tabbed-block, .tab-pane, .tab-content > div").stream()
            .filter(panel -> !opened.contains(panel) && !panel.parents().is("[role=tabpanel]"))
            .toList();
    if (panels.size() == tabs.size()) {
      for (int i = 0; i < tabs.size(); i++) {
        pair(tabs.get(i), panels.get(i));
      }
    }
  }

  /** What is hidden right after a button, or in a part that is made to be opened. */
  private void beside(Element hidden) {
    Element before = hidden.previousElementSibling();
    if (opened.contains(hidden)
        || before == null
        || hidden.is(POPUPS)
        || !HtmlElements.isHidden(hidden)) {
      return;
    }
    if (before.is("button, [role=button], [aria-expanded], [onclick]")) {
      pair(before, hidden);
    } else if (before.is(HEADINGS + ", dt, label, div, p")
        && (!before.select("button, [role=button], [aria-expanded]").isEmpty()
            || FOLDED.matcher(hidden.className() + " " + parentClass(hidden)).matches())) {
      opened.add(hidden);
      show(hidden);
      before.select("button").forEach(button -> button.tagName("span"));
    }
  }

  private static String parentClass(Element element) {
    return element.parent() == null ? "" : element.parent().className();
  }

  private void pair(Element control, Element panel) {
    boolean apart =
        control != panel
            && !control.parents().contains(panel)
            && !panel.parents().contains(control);
    if (!apart || panel.is(POPUPS) || panel.is("body, main, input") || !opened.add(panel)) {
      return;
    }
    show(panel);
    if (opened.size() > MOST_PANELS) {
      return;
    }
    boolean headed =
        control.is(HEADINGS) || control.parents().is(HEADINGS) || control.is("summary");
    if (headed || panel.parent() == null || panel.is("tr, td, th, tbody, li, dd")) {
      return;
    }
    if (SAYS_NOTHING.matcher(control.text()).matches()) {
      return;
    }
    Element button = ids.get(control.attr("for"));
    if (button != null && button.normalName().equals("input")) {
      button.remove();
    }
    Element details = new Element("details");
    Element summary = details.appendElement("summary");
    panel.replaceWith(details);
    details.appendChild(panel);
    summary.insertChildren(0, List.copyOf(control.childNodes()));
    control.remove();
  }

  private static void show(Element panel) {
    panel.removeAttr("hidden").removeAttr("aria-hidden");
    panel.attr("style", panel.attr("style").replaceAll("(?i)(display|visibility)\\s*:[^;]*", ""));
  }
}
