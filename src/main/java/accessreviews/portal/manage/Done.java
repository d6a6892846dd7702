package accessreviews.portal.manage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a form has done; the page after it says so. */
enum Done {
  REMINDED,
  STOPPED,
  RESET,
  REVIEWERS,
  APPLIED,
  SERIES_STOPPED,
  SERIES_DELETED;

  /** The query parameter that carries it. */
  static final String PARAMETER = "done";

  /** {@code page} that says it. */
  String at(String page) {
    return page + "?" + PARAMETER + "=" + name();
  }

  /** The sentence of the one called {@code sent}; null if there is none. */
  static @Nullable String say(@Nullable String sent, ManageWords words) {
    return Arrays.stream(values())
        .filter(done -> done.name().equals(sent))
        .map(done -> done.sentence(words))
        .findFirst()
        .orElse(null);
  }

  private String sentence(ManageWords words) {
    return switch (this) {
      case REMINDED -> words.reminded();
      case STOPPED -> words.stopped();
      case RESET -> words.answersReset();
      case REVIEWERS -> words.reviewersChanged();
      case APPLIED -> words.applyBegun();
      case SERIES_STOPPED -> words.seriesStopped();
      case SERIES_DELETED -> words.seriesDeleted();
    };
  }
}
