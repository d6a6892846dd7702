package accessreviews.evidence.tree;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a path below {@code tile} names (C2SP tlog-tiles): a tile of a level, or a bundle of
 * entries.
 *
 * @param level null for a bundle of entries
 * @param width of the tile; less than 256 for a partial one
 */
record TilePath(@Nullable Integer level, long number, int width) {
  /** {@code 0/x001/x234/067.p/8}. Five groups hold more than a database does. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([0-9]|[1-5][0-9]|6[0-3])|entries)/((?:x[0-9]{3}/){0,4}[0-9]{3})"
              + "(?:\\.p/([1-9][0-9]{0,2}))?");

  /** What {@code path} names; empty if it is spelled in another way. */
  static Optional<TilePath> of(String path) {
    var form = FORM.matcher(path);
    if (!form.matches()) {
      return Optional.empty();
    }
    var level = form.group(1) == null ? null : Integer.valueOf(form.group(1));
    var number = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
    var width = form.group(3) == null ? Tile.WIDTH : Integer.parseInt(form.group(3));
    var isCanonical =
        !form.group(2).startsWith("x000") && (form.group(3) == null || width < Tile.WIDTH);
    return isCanonical ? Optional.of(new TilePath(level, number, width)) : Optional.empty();
  }

  boolean isFull() {
    return width == Tile.WIDTH;
  }
}
