package accessreviews.odata.reads;

import static accessreviews.testing.rows.AStage.aStage;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;

/** Reads of one stored stage, of its instance and of its series. */
abstract class StoredStageHttpTest extends UpdateHttpTest {
  AStage.Stored stage = new AStage.Stored(new AnInstance.Stored("", ""), "");
  AnInstance.Stored instance = stage.instance();

  void stored() {
    stage = aStage().in(rows);
    instance = stage.instance();
  }

  /** The path of the series. */
  String definition(String root) {
    return parent(parent(instance.path(root)));
  }

  static String parent(String path) {
    return path.replaceFirst("/[^/]+$", "");
  }
}
