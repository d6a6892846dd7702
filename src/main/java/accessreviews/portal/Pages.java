package accessreviews.portal;

import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.portal.signin.FormTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What pages need of the person who reads them. */
@ApplicationScoped
public class Pages {
  private final Caller caller;
  private final FormTokens tokens;

  Pages(Caller caller, FormTokens tokens) {
    this.caller = caller;
    this.tokens = tokens;
  }

  /** The frame of a page of the caller. */
  public Frame frame(ReaderLanguage language, String title, @Nullable String notice) {
    var identity = caller.identity();
    var name = Objects.requireNonNullElse(identity.displayName(), identity.id());
    return new Frame(
        language.tag(),
        language.words(),
        title,
        name,
        tokens.make(),
        caller.reaches(Privilege.LIST),
        notice);
  }
}
