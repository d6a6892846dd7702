package accessreviews.odata.reads;

import java.util.List;

/** The navigations that a feature adds to its own types, and to those of the features it knows. */
public interface Navigations {
  List<Navigation<?, ?>> declared();
}
