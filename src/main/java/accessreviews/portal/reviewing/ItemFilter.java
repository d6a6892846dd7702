package accessreviews.portal.reviewing;

import accessreviews.decisions.items.Decision;
import accessreviews.decisions.items.Recommendation;
import accessreviews.odata.reads.Condition;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jboss.resteasy.reactive.common.util.Encode;
import org.jspecify.annotations.Nullable;

/** Which items of a review a page shows, as its address says. What it does not know, it ignores. */
class ItemFilter {
  private static final int LONGEST_TEXT = 100;

  @QueryParam("q")
  @Nullable String q;

  @QueryParam("recommendation")
  @Nullable String recommendation;

  @QueryParam("answered")
  @Nullable String answered;

  @QueryParam("guests")
  @Nullable String guests;

  /** The text that names have, in lower case; empty for all. */
  String text() {
    var text = Objects.requireNonNullElse(q, "").strip();
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT)).replace("\0", "");
  }

  /** The condition for items {@code e}. */
  Condition condition() {
    var all = Condition.ALWAYS;
    if (!text().isEmpty()) {
      all =
          all.and(
              Condition.of(
                  "lower(e.principalName) like :text escape '!' or lower(e.principalUserName) like"
                      + " :text escape '!'",
                  "text",
                  "%" + text().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%"));
    }
    for (var one : Recommendation.values()) {
      if (one.name().equals(recommendation)) {
        all = all.and(Condition.of("e.recommendation = :recommendation", "recommendation", one));
      }
    }
    if ("yes".equals(answered)) {
      all = all.and(Condition.of("e.decision <> :none", "none", Decision.NotReviewed));
    } else if ("no".equals(answered)) {
      all = all.and(Condition.of("e.decision = :none", "none", Decision.NotReviewed));
    }
    if ("yes".equals(guests)) {
      all = all.and(new Condition("e.guest = true", Map.of()));
    }
    return all;
  }

  /** The filter as the query of an address; empty if it shows all. */
  String query() {
    var query = new StringJoiner("&");
    add(query, "q", text());
    add(query, "recommendation", recommendation);
    add(query, "answered", answered);
    add(query, "guests", guests);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, @Nullable String value) {
    if (value != null && !value.isEmpty() && value.length() <= LONGEST_TEXT) {
      query.add(name + "=" + Encode.encodeQueryParam(value));
    }
  }
}
