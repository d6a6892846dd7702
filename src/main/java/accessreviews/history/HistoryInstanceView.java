package accessreviews.history;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report on the wire.
 *
 * @param context null inside a list, whose own context says it
 * @param downloadUri the link that was made last; null before
 */
@Schema(name = "accessReviewHistoryInstance")
public record HistoryInstanceView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    UUID id,
    Instant reviewHistoryPeriodStartDateTime,
    Instant reviewHistoryPeriodEndDateTime,
    HistoryStatus status,
    Instant runDateTime,
    @Nullable Instant fulfilledDateTime,
    @Nullable Instant expirationDateTime,
    @Nullable String downloadUri) {
  static HistoryInstanceView item(AccessReviewHistoryInstance instance, ServiceRoot root) {
    return of(instance, root, null);
  }

  static HistoryInstanceView entity(AccessReviewHistoryInstance instance, ServiceRoot root) {
    return of(instance, root, root.context(set(instance.definitionId()) + "/$entity"));
  }

  /** The answer of the action that made a link. */
  static HistoryInstanceView linked(AccessReviewHistoryInstance instance, ServiceRoot root) {
    return of(instance, root, root.context("microsoft.graph.accessReviewHistoryInstance"));
  }

  static String set(UUID definition) {
    return HistoryDefinitionView.SET + "('%s')/instances".formatted(definition);
  }

  private static HistoryInstanceView of(
      AccessReviewHistoryInstance instance, ServiceRoot root, @Nullable String context) {
    return new HistoryInstanceView(
        context,
        instance.id(),
        instance.periodStart(),
        instance.periodEnd(),
        instance.status(),
        instance.runDateTime(),
        instance.fulfilledDateTime(),
        instance.expirationDateTime(),
        instance.link().map(link -> link.at(root)).orElse(null));
  }
}
