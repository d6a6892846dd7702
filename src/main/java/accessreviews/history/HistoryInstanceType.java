package accessreviews.history;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Navigation;
import accessreviews.odata.reads.Navigations;
import accessreviews.odata.reads.ServedCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The type of reports for the read engine, with the navigation to them from their definition. */
@ApplicationScoped
class HistoryInstanceType implements Navigations {
  private static final String DEFINITION = "e.definition.id";
  private static final Column<AccessReviewHistoryInstance> RUN =
      Column.instant("e.runDateTime", AccessReviewHistoryInstance::runDateTime);

  /** Graph's {@code accessReviewHistoryInstance}. */
  static final EntityType<AccessReviewHistoryInstance> TYPE =
      new EntityType<>(
          "accessReviewHistoryInstance",
          AccessReviewHistoryInstance.class,
          AccessReviewHistoryInstance::id,
          HistoryInstanceView::item,
          List.of(
              filtered("id", Column.guid("e.id", AccessReviewHistoryInstance::id), Operator.EQ),
              ordered("runDateTime", RUN),
              filtered(
                      "status",
                      Column.name(
                          "e.status", HistoryStatus.class, AccessReviewHistoryInstance::status),
                      Operator.EQ,
                      Operator.NE)
                  .orListed()
                  .orOrdered(),
              shown("reviewHistoryPeriodStartDateTime"),
              shown("reviewHistoryPeriodEndDateTime"),
              shown("fulfilledDateTime"),
              shown("expirationDateTime"),
              shown("downloadUri")),
          Map.of(),
          RUN);

  private final Caller caller;

  HistoryInstanceType(Caller caller) {
    this.caller = caller;
  }

  /** The reports of a definition. */
  static ServedCollection<AccessReviewHistoryInstance> of(UUID definition) {
    return new ServedCollection<>(
        TYPE,
        HistoryInstanceView.set(definition),
        HistoryInstanceView::entity,
        Condition.of(DEFINITION + " = :definition", "definition", definition));
  }

  @Override
  public List<Navigation<?, ?>> declared() {
    return List.of(
        new Navigation.ToMany<>(
            HistoryDefinitionType.TYPE,
            "instances",
            TYPE,
            DEFINITION,
            AccessReviewHistoryInstance::definitionId,
            definition -> HistoryInstanceView.set(definition.id()),
            () -> HistoryDefinitionType.listed(caller.may(Privilege.LIST_HISTORY), "e.definition."),
            definition -> false));
  }
}
