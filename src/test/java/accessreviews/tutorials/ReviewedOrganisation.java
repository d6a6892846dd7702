package accessreviews.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One review of an organisation, whose people call the API with tokens of their own. */
abstract class ReviewedOrganisation extends HttpTest {
  /**
   * An Identity Governance Administrator; for the directory also a User Administrator and a
   * Privileged Role Administrator.
   */
  private static final String ADMINISTRATOR =
      """
      {"oid":"%s","name":"Admin","scp":"AccessReview.ReadWrite.All Directory.ReadWrite.All",
       "wids":["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e","fe930be7-5e62-47db-91af-98c3a49a38b1",
                "e8611ab8-c189-46e8-94e1-60213ab1f814"]}"""
          .formatted(Organisation.id("admin"));

  private String review = "";
  private List<String> before = List.of();

  /** Access reviews, as the caller with the token of these claims calls them. */
  abstract ReviewsApi reviews(String claims);

  /** The directory, as the caller with the token of these claims calls it. */
  abstract DirectoryApi directory(String claims);

  ReviewsApi administrator() {
    return reviews(ADMINISTRATOR);
  }

  DirectoryApi directory() {
    return directory(ADMINISTRATOR);
  }

  /** Who has no directory role, only the permission. */
  ReviewerAtWork reviewer(String name) {
    var claims =
        "{\"oid\":\"%s\",\"name\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"wids\":[]}"
            .formatted(Organisation.id(name), name);
    return new ReviewerAtWork(reviews(claims), review);
  }

  /** The administrator creates the review, and it starts; answers its id. */
  String begin(String definition) {
    before = Access.in(directory());
    review = administrator().create(definition);
    advance("PT0S"); // waits where the service's own tick was faster than the request
    return review;
  }

  List<Instance> instances() {
    return administrator().instances(review);
  }

  List<String> statuses() {
    return instances().stream().map(Instance::status).toList();
  }

  /** What became of everyone's access: {@code ada in staff: Deny, AppliedSuccessfully}. */
  List<String> results() {
    return instances().stream()
        .flatMap(instance -> administrator().items(instance).stream())
        .map(item -> item.access() + ": " + item.decision() + ", " + item.applyResult())
        .sorted()
        .toList();
  }

  /** All access that there was when the review began is still there, and no more; but this. */
  void directoryHasLostExactly(String... access) {
    var left = new ArrayList<>(before);
    assertThat(Stream.of(access)).allMatch(left::remove);
    assertThat(Access.in(directory())).containsExactlyElementsOf(left);
  }
}
