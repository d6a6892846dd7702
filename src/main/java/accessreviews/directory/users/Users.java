package accessreviews.directory.users;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import java.util.List;
import java.util.Map;

/** The type of users for the read engine. */
public final class Users {
  private static final Column<DirectoryUser> NAME =
      Column.text("e.displayName", DirectoryUser::displayName);

  public static final EntityType<DirectoryUser> TYPE =
      new EntityType<>(
          "user",
          DirectoryUser.class,
          DirectoryUser::id,
          UserView::item,
          List.of(
              filtered("id", Column.guid("e.id", DirectoryUser::id), Operator.EQ, Operator.NE)
                  .orListed(),
              filtered("displayName", NAME, Operator.EQ).orOrdered(),
              filtered(
                      "userPrincipalName",
                      Column.wordInAnyCase("e.userPrincipalName", DirectoryUser::userPrincipalName),
                      Operator.EQ)
                  .orListed()
                  .orOrdered(),
              filtered(
                  "userType",
                  Column.name("e.userType", UserType.class, DirectoryUser::userType),
                  Operator.EQ,
                  Operator.NE),
              filtered(
                  "accountEnabled",
                  Column.flag("e.accountEnabled", DirectoryUser::accountEnabled),
                  Operator.EQ,
                  Operator.NE),
              shown("mail"),
              shown("country"),
              shown("preferredLanguage"),
              shown("externalUserState"),
              shown("createdDateTime"),
              shown("signInActivity")),
          Map.of(),
          NAME);

  /** All users. */
  static final ServedCollection<DirectoryUser> ALL =
      new ServedCollection<>(TYPE, UserView.SET, UserView::entity, Condition.ALWAYS);

  /** Users as the managers of others. */
  static final ServedCollection<DirectoryUser> MANAGERS =
      new ServedCollection<>(TYPE, "directoryObjects", UserView::object, Condition.ALWAYS);

  private Users() {}
}
