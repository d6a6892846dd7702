package accessreviews.directory.groups;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Property;
import java.util.List;
import java.util.Map;

/** The type of members and owners for the read engine. */
final class Entries {
  private static final Column<DirectoryEntry> ID = Column.guid("e.id", DirectoryEntry::id);

  static final EntityType<DirectoryEntry> TYPE =
      new EntityType<>(
          "directoryObject",
          DirectoryEntry.class,
          DirectoryEntry::id,
          EntryView::of,
          List.of(
              Property.filtered("id", ID, Operator.EQ).orListed(),
              Property.shown("displayName"),
              Property.shown("mail"),
              Property.shown("userPrincipalName"),
              Property.shown("userType"),
              Property.shown("accountEnabled"),
              Property.shown("description"),
              Property.shown("groupTypes"),
              Property.shown("mailEnabled"),
              Property.shown("securityEnabled"),
              Property.shown("appId")),
          Map.of(),
          ID);

  private Entries() {}
}
