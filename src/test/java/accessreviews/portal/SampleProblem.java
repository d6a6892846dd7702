package accessreviews.portal;

import io.quarkus.qute.TemplateInstance;

/** The page of a refusal, for tests of other rooms. */
public final class SampleProblem {
  private SampleProblem() {}

  /** The page in {@code language} with two sentences. */
  public static TemplateInstance of(ReaderLanguage language, String sentence, String detail) {
    return new ProblemPage(language.tag(), language.words(), sentence, detail);
  }
}
