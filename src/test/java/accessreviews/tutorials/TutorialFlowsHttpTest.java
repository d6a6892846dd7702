package accessreviews.tutorials;

import io.quarkus.test.junit.QuarkusTest;

/** The tutorials as the reference prints them: plain HTTP. */
@QuarkusTest
class TutorialFlowsHttpTest extends TutorialFlows {
  @Override
  ReviewsApi reviews(String claims) {
    return new HttpReviews(() -> as(claims));
  }

  @Override
  DirectoryApi directory(String claims) {
    return new HttpDirectory(() -> as(claims));
  }
}
