package accessreviews.portal.manage;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the pages of administrators, in English. German is in {@code
 * messages/manage_de.properties}. All parameters are plain text; numbers and dates come as the
 * language writes them.
 */
@MessageBundle(value = "manage", locale = "en")
public interface ManageWords {
  // The list of series.

  @Message("Reviews")
  String manage();

  @Message("No review yet.")
  String noSeries();

  @Message("Status")
  String status();

  @Message("Next start")
  String nextStart();

  @Message("none")
  String noNextStart();

  @Message("Progress")
  String progress();

  @Message("{answered} of {all} answered")
  String answeredOf(String answered, String all);

  @Message("nothing runs")
  String nothingRuns();

  @Message("To look at")
  String attention();

  @Message("Waits for confirmation")
  String waitsForConfirmation();

  @Message("{number} wait for confirmation")
  String waitForConfirmation(String number);

  @Message("1 notice could not be sent")
  String oneNoticeFailed();

  @Message("{number} notices could not be sent")
  String noticesFailed(String number);

  // Statuses.

  @Message("not started")
  String notStarted();

  @Message("starting")
  String starting();

  @Message("in progress")
  String inProgress();

  @Message("ending")
  String ending();

  @Message("completed")
  String completed();

  @Message("being applied")
  String applying();

  @Message("applied")
  String applied();

  @Message("failed")
  String failed();

  // A series.

  @Message("Instances")
  String instances();

  @Message("Nothing has started yet.")
  String noInstances();

  @Message("Start")
  String start();

  @Message("End")
  String end();

  @Message("All reviews")
  String backToAll();

  @Message("Actions")
  String actions();

  @Message("Stop the series")
  String stopSeries();

  @Message("Running instances end now, and no more instances start. Their decisions stay.")
  String stopSeriesDoes();

  @Message("Delete the series")
  String deleteSeries();

  @Message("The series goes with all its instances and decisions. You are asked first.")
  String deleteSeriesDoes();

  @Message("Delete \"{name}\" with all its instances and decisions? This cannot be undone.")
  String deleteQuestion(String name);

  @Message("The evidence log keeps its entries.")
  String deleteKeepsLog();

  @Message("Delete")
  String deleteNow();

  // An instance.

  @Message("Back to the series")
  String backToSeries();

  @Message("Back to the instance")
  String backToInstance();

  @Message("none")
  String noEnd();

  @Message("Reviewers")
  String reviewers();

  @Message("Reviewer")
  String reviewer();

  @Message("Items")
  String items();

  @Message("Open")
  String open();

  @Message("Nobody reviews it.")
  String nobodyAsked();

  @Message("These are the 200 with most open items.")
  String onlyFirstReviewers();

  @Message("Send a reminder")
  String remind();

  @Message("Everybody with open items gets a mail.")
  String remindDoes();

  @Message("Stop the instance")
  String stop();

  @Message("It ends now as if its time were over. Answers cannot be changed any more.")
  String stopDoes();

  @Message("Reset all answers")
  String reset();

  @Message("All items are open again. Reviewers have to answer them once more.")
  String resetDoes();

  @Message("There is nothing to do in this status.")
  String noActions();

  @Message("Change reviewers")
  String changeReviewers();

  @Message(
      "One per field, such as /users/(id), /groups/(id)/transitiveMembers or ./manager. An empty field is left out; without any, everybody reviews their own access.")
  String changeReviewersDoes();

  @Message("Add fallback reviewers")
  String changeFallback();

  @Message(
      "They review where no reviewer is found. They can only be added: while the instance runs, nobody can be taken away.")
  String changeFallbackDoes();

  @Message("Reviewer {number}")
  String reviewerNumber(String number);

  @Message("Fallback reviewer {number}")
  String fallbackNumber(String number);

  @Message("The instance has stages. Each stage has its own reviewers.")
  String reviewersOfStages();

  @Message("Save")
  String save();

  @Message("Results per item")
  String results();

  @Message("Download the evidence (ZIP)")
  String evidence();

  // Applying.

  @Message("What applying removes")
  String preview();

  @Message("Shows what would be removed, and asks before it is.")
  String previewDoes();

  @Message("Applying removes nothing.")
  String removesNothing();

  @Message("Applying removes 1 access.")
  String removesOne();

  @Message("Applying removes {number} accesses.")
  String removes(String number);

  @Message("The first {number} are listed.")
  String firstOnes(String number);

  @Message("This is much: {denied} of {principals} people lose access to {resource}.")
  String guardAsks(String denied, String principals, String resource);

  @Message("Without a question, up to {percent} % or {count} are removed.")
  String guardLets(String percent, String count);

  @Message("I have checked it: remove them all.")
  String confirm();

  @Message("Apply decisions")
  String apply();

  @Message("Denied access is removed from the directory. This cannot be undone here.")
  String applyDoes();

  @Message("Decisions can be applied once the instance is completed.")
  String notYet();

  // Results.

  @Message("The instance has no items.")
  String noItems();

  @Message("Result")
  String result();

  @Message("not applied")
  String resultNew();

  @Message("applied")
  String resultRemoved();

  @Message("failed, for a reason that is not known")
  String resultFailed();

  @Message("applied; the object is gone")
  String resultGone();

  @Message("cannot be applied")
  String resultNotSupported();

  // What was just done.

  @Message("The reminder will be sent.")
  String reminded();

  @Message("The instance was stopped.")
  String stopped();

  @Message("The series was stopped.")
  String seriesStopped();

  @Message("The series was deleted.")
  String seriesDeleted();

  @Message("All answers were reset.")
  String answersReset();

  @Message("The reviewers were saved.")
  String reviewersChanged();

  @Message("The decisions are applied.")
  String applyBegun();
}
