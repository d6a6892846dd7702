package accessreviews.evidence.verifier;

import static accessreviews.evidence.verifier.Manipulation.sealed;

import java.util.stream.Stream;

/** What somebody may do to the CSV files of a package. */
final class CsvManipulations {
  private CsvManipulations() {}

  static Stream<Manipulation> decisions() {
    return Stream.of(
        sealed(
            "a decision changed",
            "decisions.csv line 2: ReviewResult is not what log.jsonl line 3 says",
            forgery -> forgery.replace("decisions.csv", "Approve,still", "Deny,still")),
        sealed(
            "a justification changed",
            "decisions.csv line 3: Justification is not what log.jsonl line 5 says",
            forgery -> forgery.replace("decisions.csv", "über Nacht", "über Mittag")),
        sealed(
            "a formula without its apostrophe",
            "decisions.csv line 3: Justification is not what log.jsonl line 5 says",
            forgery -> forgery.replace("decisions.csv", "'=left", "=left")),
        sealed(
            "another time",
            "decisions.csv line 2: ReviewDate is not what log.jsonl line 3 says",
            forgery -> forgery.replace("decisions.csv", Review.at(4), Review.at(3))),
        sealed(
            "another reviewer",
            "decisions.csv line 2: ReviewerId is not what log.jsonl line 3 says",
            forgery -> forgery.replace("decisions.csv", ",f1,", ",f2,")),
        sealed(
            "a reviewer by another name",
            "decisions.csv line 2: ReviewerName is not what log.jsonl line 3 says",
            forgery -> forgery.replace("decisions.csv", ",Rui,", ",Kim,")),
        sealed(
            "a principal by another name",
            "decisions.csv line 2: PrincipalName is not what population.csv says",
            forgery -> forgery.replace("decisions.csv", ",Ann,", ",Eva,")),
        sealed(
            "a decision that the log has not",
            "decisions.csv line 7: ReviewResult says more than the log, which has no decision here",
            forgery -> forgery.replace("decisions.csv", "Not notified", "Approve")),
        sealed(
            "a row dropped that has a decision",
            "decisions.csv: lacks the decision of log.jsonl line 3",
            forgery -> forgery.drop("decisions.csv", 1)),
        sealed(
            "a row dropped that has no decision",
            "decisions.csv: lacks a row for principal "
                + Review.person("Eve")
                + " and resource "
                + Review.GROUP,
            forgery -> forgery.drop("decisions.csv", 5)),
        sealed(
            "a row doubled",
            "decisions.csv line 3: is out of order, or there twice",
            forgery -> forgery.twice("decisions.csv", 1)),
        sealed(
            "rows exchanged",
            "decisions.csv line 4: is out of order, or there twice",
            forgery -> forgery.swap("decisions.csv", 1)),
        sealed(
            "a row of somebody who is not in the population",
            "decisions.csv line 8: is of nobody in population.csv",
            forgery ->
                forgery.insert("decisions.csv", 6, Csvs.open("Zoe", "Not reviewed") + "\r\n")),
        sealed(
            "the row of another instance",
            "decisions.csv line 2: AccessReviewId is not the instance of the package",
            forgery -> forgery.replace("decisions.csv", Review.INSTANCE, Review.DEFINITION)),
        sealed(
            "applied, where the removal did not succeed",
            "decisions.csv: SubmissionResult is not what the log says of principal "
                + Review.person("Dee")
                + " and resource "
                + Review.GROUP,
            forgery ->
                forgery.edit(
                    "decisions.csv",
                    text -> text.replaceFirst("(Dee.*),Not Applied", "$1,Applied"))),
        sealed(
            "a row with a cell less",
            "decisions.csv: is no CSV with the same columns in each row, at line 2",
            forgery -> forgery.edit("decisions.csv", text -> text.replaceFirst(",Ann,", ","))),
        sealed(
            "a column with another name",
            "decisions.csv: has no column ReviewResult",
            forgery -> forgery.replace("decisions.csv", "ReviewResult", "Result")));
  }

  static Stream<Manipulation> others() {
    return Stream.of(
        sealed(
            "a person taken from the population",
            "population.csv: has another SHA-256 than the log has at the start of the instance",
            forgery -> {
              forgery.drop("population.csv", 5);
              forgery.drop("decisions.csv", 5);
            }),
        sealed(
            "a person added to the population",
            "population.csv: has another SHA-256 than the log has at the start of the instance",
            forgery -> forgery.edit("population.csv", text -> text + "x,x,y,y,y,z,z\r\n")),
        sealed(
            "a person twice in the population",
            "population.csv line 3: is there twice, or has another ItemId",
            forgery -> forgery.twice("population.csv", 1)),
        sealed(
            "people exchanged in the population",
            "population.csv: has another SHA-256 than the log has at the start of the instance",
            forgery -> forgery.swap("population.csv", 1)),
        sealed(
            "a removal without a row",
            "removals.csv: lacks the removal of log.jsonl line 12",
            forgery -> forgery.drop("removals.csv", 2)),
        sealed(
            "a removal doubled",
            "removals.csv line 3: is out of order, or there twice",
            forgery -> forgery.twice("removals.csv", 1)),
        sealed(
            "removals exchanged",
            "removals.csv line 3: is out of order, or there twice",
            forgery -> forgery.swap("removals.csv", 1)),
        sealed(
            "a removal of somebody who is not denied",
            "removals.csv line 2: Decision is not the last one in the log",
            forgery ->
                forgery.edit(
                    "removals.csv",
                    text ->
                        text.replaceFirst(
                            "\r\n.*Bob.*Deny,[^\r]*",
                            "\r\n"
                                + Review.item("Ann")
                                + ","
                                + Review.person("Ann")
                                + ",,,"
                                + Review.GROUP
                                + ",,Deny,AppliedSuccessfully,,,,,"))),
        sealed(
            "a removal that is said to have succeeded",
            "removals.csv line 3: Result is not what log.jsonl line 12 says",
            forgery -> forgery.replace("removals.csv", "ApplyNotSupported", "AppliedSuccessfully")),
        sealed(
            "a removal that is said to be confirmed",
            "removals.csv line 3: ConfirmedAt is not what log.jsonl line 12 says",
            forgery ->
                forgery.edit(
                    "removals.csv", text -> text.stripTrailing() + Review.at(91) + "\r\n")),
        sealed(
            "bytes that are not UTF-8",
            "removals.csv: is not UTF-8",
            forgery -> forgery.put("removals.csv", new byte[] {'a', (byte) 0xff, '\n'})));
  }
}
