package accessreviews.history;

import accessreviews.history.files.SignedLinks;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.platform.persistence.UpdateTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** Makes a link to the file of a report, which needs no token for 24 hours. */
@ApplicationScoped
class GenerateDownloadUri {
  private final UpdateTransaction transaction;
  private final Caller caller;
  private final SignedLinks links;
  private final InstantSource clock;

  GenerateDownloadUri(
      UpdateTransaction transaction, Caller caller, SignedLinks links, InstantSource clock) {
    this.transaction = transaction;
    this.caller = caller;
    this.links = links;
    this.clock = clock;
  }

  HistoryInstanceView generate(Access access, UUID definitionId, UUID id, ServiceRoot root) {
    return transaction.run(
        definitionId,
        lock -> {
          var now = clock.instant();
          var reads = caller.may(Privilege.READ_HISTORY);
          var definition = AccessReviewHistoryDefinition.required(definitionId, reads, now); // 404
          if (!mayDownload(access, reads, definition)) {
            throw Caller.notAuthorized();
          }
          var instance =
              AccessReviewHistoryInstance.<AccessReviewHistoryInstance>findByIdOptional(id, lock)
                  .filter(found -> found.definitionId().equals(definition.id()))
                  .orElseThrow(() -> Guid.unknown(id));
          instance.requireDone(); // 409
          instance.link(links.make(id, now));
          AccessReviewHistoryInstance.flush();
          return HistoryInstanceView.linked(instance, root);
        });
  }

  /** The creator, and whoever writes reviews and reads all kinds that the report can be about. */
  private static boolean mayDownload(
      Access writes, Access reads, AccessReviewHistoryDefinition definition) {
    return definition.isCreatedBy(writes)
        || (writes.isByRole() && reads.kinds().containsAll(definition.kinds()));
  }
}
