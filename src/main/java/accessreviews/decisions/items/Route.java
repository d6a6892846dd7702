package accessreviews.decisions.items;

/** The reviewers of an item. */
public enum Route {
  /** Everybody on the list of primary reviewers. */
  primary,
  /** Everybody on the list of fallback reviewers. */
  fallback,
  /** Only the item's own reviewer. */
  individual,
  /** No reviewer was found. */
  nobody
}
