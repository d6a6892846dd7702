package accessreviews.portal.reviewing;

import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.paths.Open;
import accessreviews.portal.Pages;
import accessreviews.portal.ReaderLanguage;
import accessreviews.portal.reviewing.MyReviews.Mine;
import accessreviews.portal.reviewing.MyReviewsPage.Card;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code /reviews}: what is the signed-in person's to decide. */
@Path(PortalSignIn.PAGES)
public class MyReviewsResource {
  private final Caller caller;
  private final MyReviews reviews;
  private final Pages pages;
  private final InstantSource clock;

  MyReviewsResource(Caller caller, MyReviews reviews, Pages pages, InstantSource clock) {
    this.caller = caller;
    this.reviews = reviews;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  @Open
  @Requires(READ_REVIEWED)
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public String get(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ReaderLanguage.of(accepted);
    var now = clock.instant();
    var all = reviews.of(caller.access().caller());
    return new MyReviewsPage(
            pages.frame(language, language.words().myReviews(), null),
            all.stream().filter(Mine::isOpen).map(mine -> card(mine, language, now)).toList(),
            all.stream()
                .filter(mine -> !mine.isOpen())
                .map(mine -> card(mine, language, now))
                .toList())
        .render();
  }

  private static Card card(Mine mine, ReaderLanguage language, Instant now) {
    var instance = mine.instance();
    var share = mine.share();
    var words = language.words();
    return new Card(
        PortalSignIn.PAGES + "/" + instance.id(),
        instance.definition().displayName(),
        share.resource(),
        due(mine, language, now),
        words.progress(language.number(share.answered()), language.number(share.all())),
        share.answered(),
        share.all());
  }

  private static String due(Mine mine, ReaderLanguage language, Instant now) {
    var end = mine.instance().endDateTime();
    if (end == null) {
      return "";
    }
    return mine.isOpen()
        ? language.left(end, now)
        : language.words().ended(language.lastDay(end.isAfter(now) ? now : end));
  }
}
