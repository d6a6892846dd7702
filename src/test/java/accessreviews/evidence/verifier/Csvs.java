package accessreviews.evidence.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The CSV files that agree with {@link Review#told}. */
final class Csvs {
  private static final List<String> DECISIONS =
      List.of(
          ("AccessReviewId,AccessReviewSeriesId,ReviewType,ResourceDisplayName,ResourceId,"
                  + "ReviewName,CreatedDateTime,ReviewStartDate,ReviewEndDate,ReviewStatus,OwnerId,"
                  + "OwnerName,OwnerUPN,PrincipalId,PrincipalName,PrincipalUPN,PrincipalType,"
                  + "ReviewDate,ReviewResult,Justification,ReviewerId,ReviewerName,ReviewerUPN,"
                  + "ReviewerEmailAddress,AppliedByName,AppliedByUPN,AppliedByEmailAddress,"
                  + "AppliedDate,AccessRecommendation,SubmissionResult,Stage,TotalStages,"
                  + "LastMultiStageDecision,LastSignInDate")
              .split(","));

  private Csvs() {}

  static String population() {
    return lines(
        "ItemId,PrincipalSource,PrincipalId,PrincipalName,PrincipalUPN,ResourceId,ResourceName",
        Review.PEOPLE.stream()
            .map(
                name ->
                    cells(
                        Review.item(name),
                        "built-in",
                        Review.person(name),
                        name,
                        upn(name),
                        Review.GROUP,
                        "Finance")));
  }

  static String decisions() {
    return decisions(
        decision("Ann", 4, "Approve", "still needs it", "Not Applied"),
        decision("Bob", 6, "Deny", "'=left(\"us\"),\r\nüber Nacht", "Applied"),
        open("Cem", "Not reviewed"),
        decision("Dee", 11, "Deny", "", "Not Applied"),
        open("Eve", "Not notified"));
  }

  static String decisions(String... rows) {
    return "\ufeff" + lines(String.join(",", DECISIONS), Stream.of(rows));
  }

  static String open(String name, String result) {
    return decision(name, -1, result, "", "Not Applied");
  }

  static String decision(String name, int minute, String result, String why, String applied) {
    var row = new String[DECISIONS.size()];
    Arrays.fill(row, "");
    var byService = name.equals("Dee");
    var set =
        List.of(
            "AccessReviewId",
            Review.INSTANCE,
            "ResourceDisplayName",
            "Finance",
            "ResourceId",
            Review.GROUP,
            "PrincipalId",
            Review.person(name),
            "PrincipalName",
            name,
            "PrincipalUPN",
            upn(name),
            "ReviewDate",
            minute < 0 ? "" : Review.at(minute),
            "ReviewResult",
            result,
            "Justification",
            why,
            "ReviewerId",
            minute < 0 ? "" : byService ? "00000000-0000-0000-0000-000000000000" : "f1",
            "ReviewerName",
            minute < 0 ? "" : byService ? "AAD Access Reviews" : "Rui",
            "ReviewerUPN",
            minute < 0 || byService ? "" : "rui@x",
            "SubmissionResult",
            applied,
            "Stage",
            "1",
            "TotalStages",
            "1");
    IntStream.iterate(0, i -> i < set.size(), i -> i + 2)
        .forEach(i -> row[DECISIONS.indexOf(set.get(i))] = set.get(i + 1));
    return cells(row);
  }

  static String removals() {
    return removals(
        removal("Bob", "AppliedSuccessfully", "", 13, Review.at(90)),
        removal("Dee", "ApplyNotSupported", "a dynamic group", 14, ""));
  }

  static String removals(String... rows) {
    return "\ufeff"
        + lines(
            "ItemId,PrincipalId,PrincipalName,PrincipalUPN,ResourceId,ResourceName,Decision,"
                + "Result,Description,At,ActorId,ActorName,ConfirmedAt",
            Stream.of(rows));
  }

  /** A row of somebody who is denied, and not removed. */
  static String denied(String name) {
    return cells(
        Review.item(name),
        Review.person(name),
        "",
        "",
        Review.GROUP,
        "",
        "Deny",
        "",
        "",
        "",
        "",
        "",
        "");
  }

  private static String removal(
      String name, String result, String description, int minute, String confirmed) {
    return cells(
        Review.item(name),
        Review.person(name),
        name,
        upn(name),
        Review.GROUP,
        "Finance",
        "Deny",
        result,
        description,
        Review.at(minute),
        "00000000-0000-0000-0000-000000000000",
        "AAD Access Reviews",
        confirmed);
  }

  private static String upn(String name) {
    return name + "@example.org";
  }

  private static String lines(String header, Stream<String> rows) {
    return header + "\r\n" + rows.map(row -> row + "\r\n").collect(Collectors.joining());
  }

  private static String cells(String... cells) {
    return Arrays.stream(cells)
        .map(
            cell ->
                cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
        .collect(Collectors.joining(","));
  }
}
