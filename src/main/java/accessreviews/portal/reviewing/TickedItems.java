package accessreviews.portal.reviewing;

import accessreviews.decisions.items.Decision;
import accessreviews.refusal.Refused;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a form, and the items that it is for.
 *
 * @param versions the items, with their versions as the page had them
 */
record TickedItems(Decision decision, Map<UUID, Long> versions) {
  private static final Pattern ITEM =
      Pattern.compile(
          "(?:(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<short>[\\w-]{22}))"
              + "\\.(?<version>[0-9]{1,18})");

  /** An item as forms send it. A page has four for each row: they are short, and it stays small. */
  static String key(UUID id, long version) {
    var bytes = ByteBuffer.allocate(2 * Long.BYTES);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()) + "." + version;
  }

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
      versions.put(id(key), Long.valueOf(key.group("version")));
    }
    return versions;
  }

  private static UUID id(Matcher key) {
    if (key.group("short") == null) {
      return UUID.fromString(key.group("id"));
    }
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(key.group("short")));
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
