package accessreviews.portal.reviewing;

import accessreviews.decisions.items.Decision;
import accessreviews.refusal.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a form, and the items that it is for.
 *
 * @param versions the items, with their versions as the page had them
 */
record TickedItems(Decision decision, Map<UUID, Long> versions) {
  private static final Pattern ITEM =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,18})");

  /**
   * Reads a form; refuses answers and items that no page has.
   *
   * @param one the answer and the item of a button in a row, such as {@code Approve:id.version}
   * @param decision the answer for all of {@code ticked}, where no such button was pressed
   */
  static TickedItems of(@Nullable String one, @Nullable String decision, List<String> ticked) {
    if (one == null) {
      return new TickedItems(decision(decision), versions(ticked));
    }
    var colon = one.indexOf(':');
    return new TickedItems(
        decision(one.substring(0, Math.max(colon, 0))),
        versions(List.of(one.substring(colon + 1))));
  }

  private static Decision decision(@Nullable String name) {
    return switch (Objects.requireNonNullElse(name, "")) {
      case "Approve" -> Decision.Approve;
      case "Deny" -> Decision.Deny;
      case "DontKnow" -> Decision.DontKnow;
      default -> throw Refused.invalid("decision", "Approve, Deny or DontKnow");
    };
  }

  private static Map<UUID, Long> versions(List<String> ticked) {
    if (ticked.size() > OwnItems.PAGE) {
      throw Refused.invalid("item", "at most " + OwnItems.PAGE + " items");
    }
    var versions = new LinkedHashMap<UUID, Long>();
    for (var item : ticked) {
      var key = ITEM.matcher(item);
      if (!key.matches()) {
        throw Refused.invalid("item", "an item of the page");
      }
      versions.put(UUID.fromString(key.group(1)), Long.valueOf(key.group(2)));
    }
    return versions;
  }
}
