package accessreviews.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every text of the portal, in English. German is in {@code messages/portal_de.properties}. All
 * parameters are plain text; numbers and dates come as the language writes them.
 */
@MessageBundle(value = "portal", locale = "en")
public interface PortalWords {
  // Of all pages.

  @Message("Access Reviews")
  String product();

  @Message("Skip to content")
  String skip();

  @Message("Sign out")
  String signOut();

  @Message("Main")
  String navigation();

  @Message("My reviews")
  String myReviews();

  @Message("Manage")
  String manage();

  @Message("That did not work")
  String problem();

  @Message("There is no such page, or it is not for you.")
  String nothingHere();

  @Message("This is not for you. If you review something here, your reviews are under My reviews.")
  String notForYou();

  @Message("Somebody changed this at the same time. Open the page again.")
  String changedMeanwhile();

  @Message("The service cannot answer at the moment. Nothing was changed. Try again in a minute.")
  String later();

  // My reviews.

  @Message("Done")
  String doneReviews();

  @Message("Nothing waits for your decision.")
  String noneOpen();

  @Message("You are not a reviewer of a review that is open. When one starts, it is listed here.")
  String noneOpenBecause();

  @Message("{answered} of {all} decided")
  String progress(String answered, String all);

  @Message("due today")
  String dueToday();

  @Message("1 day left")
  String oneDayLeft();

  @Message("{days} days left")
  String daysLeft(String days);

  @Message("ended on {date}")
  String ended(String date);

  @Message("Your own access")
  String ownAccess();

  // A review.

  @Message("The review ended on {date}. Answers cannot be changed any more.")
  String over(String date);

  @Message("Decisions")
  String decisions();

  @Message("Select")
  String select();

  @Message("Select {name}")
  String selectOne(String name);

  @Message("Person")
  String person();

  @Message("Resource")
  String resource();

  @Message("Last sign-in")
  String lastSignIn();

  @Message("Recommendation")
  String recommendation();

  @Message("Answer")
  String answer();

  @Message("Guest")
  String guest();

  @Message("never")
  String never();

  @Message("today")
  String today();

  @Message("1 day ago")
  String oneDayAgo();

  @Message("{days} days ago")
  String daysAgo(String days);

  @Message("{months} months ago")
  String monthsAgo(String months);

  @Message("over {years} years ago")
  String yearsAgo(String years);

  @Message("over a year ago")
  String oneYearAgo();

  @Message("unknown")
  String unknown();

  @Message("Approve")
  String approve();

  @Message("Deny")
  String deny();

  @Message("Don't know")
  String dontKnow();

  @Message("none")
  String noRecommendation();

  @Message("has not signed in lately")
  String becauseInactive();

  @Message("signed in lately")
  String becauseActive();

  @Message("unlike the others of the group")
  String becauseOutlier();

  @Message("in a group of the group")
  String indirect();

  @Message("open")
  String notAnswered();

  @Message("you: {decision}, {date}")
  String youAnswered(String decision, String date);

  @Message("{name}: {decision}, {date}")
  String otherAnswered(String name, String decision, String date);

  @Message("Filter")
  String filter();

  @Message("Name")
  String name();

  @Message("All")
  String all();

  @Message("Answered")
  String answered();

  @Message("Open")
  String open();

  @Message("Show")
  String show();

  @Message("Nothing fits the filter.")
  String nothingFits();

  @Message("Next page")
  String nextPage();

  @Message("First page")
  String firstPage();

  @Message("For all selected")
  String forSelected();

  @Message("Reason")
  String reason();

  @Message("Reason (this review wants one to approve or deny)")
  String reasonWanted();

  @Message("Accept recommendations …")
  String acceptRecommendations();

  @Message("{number} saved.")
  String saved(String number);

  @Message("{number} not saved: somebody answered meanwhile. The list shows their answer.")
  String overtaken(String number);

  @Message("Nothing was selected.")
  String nothingSelected();

  @Message("Keyboard")
  String keyboard();

  @Message(
      "j and k: next and previous row. a, d, u: approve, deny, don't know. x: select. /: filter. ?: this help.")
  String keys();

  @Message("Close")
  String close();

  // Accepting recommendations.

  @Message("Accept recommendations")
  String acceptHeading();

  @Message(
      "{approve} will be approved and {deny} denied. {none} have no recommendation and stay open.")
  String acceptNumbers(String approve, String deny, String none);

  @Message("Only open items are answered. You can change each answer until the review ends.")
  String acceptOnlyOpen();

  @Message("Accept {number}")
  String accept(String number);

  @Message("Back to the review")
  String back();

  @Message("All open items were answered, or have no recommendation.")
  String nothingToAccept();

  // A review of one's own access.

  @Message("Do you still need access to {resource}?")
  String stillNeeded(String resource);

  @Message("Yes, I need it")
  String yes();

  @Message("No, remove it")
  String no();

  @Message("You can change the answer until {date}.")
  String changeUntil(String date);
}
