package accessreviews.notifications.letters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every sentence of a mail, in English. German is in {@code messages/letters_de.properties}. All
 * parameters are plain text; numbers and dates come as the language writes them.
 */
@MessageBundle(value = "letters", locale = "en")
public interface Words {
  // Subjects: what to do, then which review.

  @Message("Review access")
  String reviewAccess();

  @Message("Confirm your access")
  String confirmAccess();

  @Message("Reminder to review access")
  String remindToReview();

  @Message("Reminder to confirm your access")
  String remindToConfirm();

  @Message("Please finish your review")
  String finishReview();

  @Message("Please confirm your access")
  String finishConfirming();

  @Message("Review completed")
  String completed();

  @Message("Access reviews")
  String reviews();

  @Message("due {date}")
  String due(String date);

  @Message("first due {date}")
  String firstDue(String date);

  @Message("stage {number} of {count}")
  String stage(String number, String count);

  @Message("{name} ({number} reviews)")
  String reviewsOf(String name, String number);

  @Message("{name} and {number} more")
  String andMore(String name, String number);

  @Message("{number} to answer")
  String toAnswer(String number);

  @Message("{number} completed")
  String done(String number);

  // Headings.

  @Message("Access review")
  String review();

  @Message("Reminder")
  String reminder();

  @Message("{number} access reviews")
  String numberOfReviews(String number);

  @Message("Your access reviews")
  String yourReviews();

  @Message("New")
  String sectionStart();

  @Message("Half of the time has passed")
  String sectionReminder();

  @Message("You are asked to finish")
  String sectionRequested();

  @Message("Completed")
  String sectionCompleted();

  @Message("Completed, for your information")
  String sectionCompletedForRecipients();

  // What it is about.

  @Message("Hello {name},")
  String hello(String name);

  @Message("Hello,")
  String helloUnnamed();

  @Message("Please review who has access to {resource}, and decide who still needs it.")
  String askToReview(String resource);

  @Message("Please review the access that people have, and decide who still needs it.")
  String askToReviewUnnamed();

  @Message("Please decide in these {number} reviews who still needs their access.")
  String askToReviewMany(String number);

  @Message("Do you still need your access to {resource}? Please answer in the review.")
  String askToConfirm(String resource);

  @Message("Do you still need your access? Please answer in the review.")
  String askToConfirmUnnamed();

  @Message("Do you still need your access? Please answer in these {number} reviews.")
  String askToConfirmMany(String number);

  @Message("Half of the time for this review has passed.")
  String halfTime();

  @Message("Half of the time for these {number} reviews has passed.")
  String halfTimeMany(String number);

  @Message("An administrator asks you to finish this review.")
  String askToFinish();

  @Message("An administrator asks you to finish these {number} reviews.")
  String askToFinishMany(String number);

  @Message("One of your decisions is still open.")
  String oneStillOpen();

  @Message("{number} of your decisions are still open.")
  String stillOpen(String number);

  @Message("You have answered everything; you can change your answers until it ends.")
  String allAnswered();

  @Message("The review of access to {resource} is complete.")
  String isComplete(String resource);

  @Message("The review is complete.")
  String isCompleteUnnamed();

  @Message("These {number} reviews are complete.")
  String areComplete(String number);

  // One review.

  @Message("Access to")
  String accessTo();

  @Message("Stage")
  String stageLabel();

  @Message("{number} of {count}")
  String stageOf(String number, String count);

  @Message("Due")
  String dueLabel();

  @Message("{day}, {time} UTC")
  String at(String day, String time);

  @Message("{day}, end of the day (UTC)")
  String endOf(String day);

  @Message("To decide")
  String toDecide();

  @Message("Still open")
  String openLabel();

  @Message("one decision")
  String oneDecision();

  @Message("{number} decisions")
  String decisions(String number);

  @Message("nothing")
  String nothing();

  @Message("Note for reviewers")
  String note();

  @Message("Approved")
  String approved();

  @Message("Denied")
  String denied();

  @Message("Don't know")
  String dontKnow();

  @Message("Not reviewed")
  String notReviewed();

  @Message("Nobody was denied access.")
  String noneDenied();

  @Message("Denied access is removed automatically.")
  String deniedIsRemoved();

  @Message("Denied access is not removed yet: somebody has to apply the decisions first.")
  String deniedWaits();

  @Message("If the review has a default decision, it applies to what was not reviewed.")
  String defaultDecision();

  @Message("Open the review")
  String openReview();

  @Message("See the results")
  String seeResults();

  @Message("{action}: {title}")
  String titled(String action, String title);

  // The end of a section, and of the mail.

  @Message("And one more review. After signing in you find it under My reviews.")
  String oneFurther();

  @Message("And {number} more reviews. After signing in you find them under My reviews.")
  String further(String number);

  @Message("And one more completed review.")
  String oneFurtherDone();

  @Message("And {number} more completed reviews.")
  String furtherDone(String number);

  @Message("You sign in first. Opening the link decides nothing; you answer in the review.")
  String linkDecidesNothing();

  @Message("You sign in first to see the results.")
  String linkShowsResults();

  @Message("You receive this mail because you are a reviewer.")
  String becauseReviewer();

  @Message("You receive this mail because your own access is being reviewed.")
  String becauseOwnAccess();

  @Message(
      "You receive this mail because you are a reviewer, and your own access is being reviewed.")
  String becauseBoth();

  @Message("You receive this mail because you created the review.")
  String becauseCreator();

  @Message("You receive this mail because the review names you as a recipient of its results.")
  String becauseRecipient();

  @Message("Sent automatically by Access Reviews.")
  String sentBy();
}
