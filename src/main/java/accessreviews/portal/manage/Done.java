package accessreviews.portal.manage;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a form has done; the page after it says so. */
enum Done {
  REMINDED(ManageWords::reminded),
  STOPPED(ManageWords::stopped),
  RESET(ManageWords::answersReset),
  REVIEWERS(ManageWords::reviewersChanged),
  APPLIED(ManageWords::applyBegun),
  SERIES_STOPPED(ManageWords::seriesStopped),
  SERIES_DELETED(ManageWords::seriesDeleted);

  /** The query parameter that carries it. */
  static final String PARAMETER = "done";

  private final Function<ManageWords, String> sentence;

  Done(Function<ManageWords, String> sentence) {
    this.sentence = sentence;
  }

  /** {@code page} that says it. */
  String at(String page) {
    return page + "?" + PARAMETER + "=" + name();
  }

  /** The sentence of the one called {@code sent}; null if there is none. */
  static @Nullable String say(@Nullable String sent, ManageWords words) {
    return Arrays.stream(values())
        .filter(done -> done.name().equals(sent))
        .map(done -> done.sentence.apply(words))
        .findFirst()
        .orElse(null);
  }
}
