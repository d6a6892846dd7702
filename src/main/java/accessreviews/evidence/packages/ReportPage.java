package accessreviews.evidence.packages;

import accessreviews.evidence.packages.Report.Chart;
import accessreviews.evidence.packages.Report.Point;

/** A report as HTML. Everything that is put into it is escaped. */
final class ReportPage {
  private static final String HEAD = "/evidence/report-head.html";
  private static final int BAR = 24;
  private static final int LABEL_Y = 14;
  private static final int NUMBER_X = 206;

  private final StringBuilder page = new StringBuilder(1 << 14);

  private ReportPage() {}

  /** The page of {@code report}. */
  static String of(Report report) {
    var page = new ReportPage();
    page.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    page.page.append(PackageFiles.resource(HEAD));
    page.put(
        "<title>Evidence: %s</title>\n</head>\n<body>\n<h1>%s</h1>\n",
        report.name(), report.name());
    page.put(
        """
        <p>Evidence of one access review. Every statement below is made from the files of this
        package. <code>VERIFY.md</code> says how to check them without the service that made them.</p>
        <h2>The review</h2>
        <table class="facts">
        """);
    for (var fact : report.facts()) {
      page.put("<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", fact.name(), fact.value());
    }
    page.put("</table>\n<h2>Figures</h2>\n");
    report.charts().forEach(page::chart);
    page.put(
        """
        <h2>What an assessor looks for</h2>
        <p>A count is not a verdict. It says where to look; <code>decisions.csv</code> and
        <code>log.jsonl</code> have all items.</p>
        """);
    report.points().forEach(page::point);
    page.events(report);
    page.put("</body>\n</html>\n");
    return page.page.toString();
  }

  private void chart(Chart chart) {
    put("<section>\n<h3>%s</h3>\n", chart.title());
    if (chart.bars().isEmpty()) {
      put("<p class=\"none\">None.</p>\n</section>\n");
      return;
    }
    var height = chart.bars().size() * BAR;
    put(
        "<svg viewBox=\"0 0 700 %s\" width=\"700\" height=\"%s\" role=\"img\" aria-label=\"%s\">\n",
        height, height, chart.title());
    for (var bar : chart.bars()) {
      var labelY = bar.y() + LABEL_Y;
      put("<text x=\"0\" y=\"%s\">%s</text>", labelY, bar.label());
      put("<rect x=\"200\" y=\"%s\" width=\"%s\" height=\"18\"/>", bar.y(), bar.width());
      put("<text x=\"%s\" y=\"%s\">%s</text>\n", NUMBER_X + bar.width(), labelY, bar.items());
    }
    put("</svg>\n</section>\n");
  }

  private void point(Point point) {
    put(
        "<section>\n<h3><span class=\"count\">%s</span>%s</h3>\n<p>%s</p>\n",
        point.count(), point.title(), point.meaning());
    if (!point.shown().isEmpty()) {
      put("<ul>\n");
      point.shown().forEach(one -> put("<li>%s</li>\n", one));
      if (point.further() > 0) {
        put("<li class=\"none\">and %s more</li>\n", point.further());
      }
      put("</ul>\n");
    }
    put("</section>\n");
  }

  private void events(Report report) {
    put(
        """
        <h2>What happened</h2>
        <p>Entries of the log, beside decisions, removals and notices. The number is the index in the
        tree.</p>
        <table>
        <thead><tr><th scope="col">Index</th><th scope="col">At (UTC)</th><th scope="col">Entry</th>
        <th scope="col">By</th></tr></thead>
        <tbody>
        """);
    for (var event : report.events()) {
      put("<tr><td>%s</td><td>%s</td><td>%s", event.index(), event.at(), event.type());
      var words = event.words();
      if (words != null) {
        put("<br>%s", words);
      }
      put("</td><td>%s</td></tr>\n", event.actor());
    }
    put("</tbody>\n</table>\n");
    if (report.furtherEvents() > 0) {
      put("<p class=\"none\">and %s more</p>\n", report.furtherEvents());
    }
  }

  /** Adds {@code markup} with the escaped {@code values} in the place of each {@code %s}. */
  private void put(String markup, Object... values) {
    var from = 0;
    for (var value : values) {
      var hole = markup.indexOf("%s", from);
      page.append(markup, from, hole);
      escape(value.toString());
      from = hole + 2;
    }
    page.append(markup, from, markup.length());
  }

  private void escape(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c);
      }
    }
  }
}
