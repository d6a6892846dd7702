package accessreviews.directory.builtin;

import accessreviews.directory.DirectoryRemovalContract;
import accessreviews.directory.Organisation;
import io.quarkus.test.junit.QuarkusTest;

/** The built-in directory takes access away as every directory has to. */
@QuarkusTest
class BuiltInRemovalHttpTest extends DirectoryRemovalContract {
  @Override
  protected Organisation organisation() {
    return new SqlOrganisation(rows);
  }
}
