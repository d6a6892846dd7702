package accessreviews.definitions;

import accessreviews.odata.ServiceRoot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller has created, updated, stopped or deleted a series, in the transaction that does it.
 *
 * @param now the series on the wire of v1.0 after the change; before it, if the series is deleted
 * @param before the series before an update; null for other changes
 */
public record DefinitionChanged(
    Change change, UUID definition, DefinitionView now, @Nullable DefinitionView before) {
  /** No URL of the root is part of the form of a series in a list. */
  private static final ServiceRoot V1 = new ServiceRoot("", "v1.0");

  /** What happened to the series. */
  public enum Change {
    CREATED,
    UPDATED,
    STOPPED,
    DELETED
  }

  /** The change of {@code definition}, whose changes are flushed. */
  public static DefinitionChanged of(Change change, AccessReviewScheduleDefinition definition) {
    return new DefinitionChanged(change, definition.id(), formOf(definition), null);
  }

  /** The update of {@code definition}, whose changes are flushed, since {@code before}. */
  static DefinitionChanged updated(
      DefinitionView before, AccessReviewScheduleDefinition definition) {
    return new DefinitionChanged(Change.UPDATED, definition.id(), formOf(definition), before);
  }

  static DefinitionView formOf(AccessReviewScheduleDefinition definition) {
    return DefinitionView.item(definition, V1);
  }
}
