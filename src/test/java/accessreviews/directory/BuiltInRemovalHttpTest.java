package accessreviews.directory;

import io.quarkus.test.junit.QuarkusTest;

/** The built-in directory takes access away as every directory has to. */
@QuarkusTest
class BuiltInRemovalHttpTest extends DirectoryRemovalContract {
  @Override
  Organisation organisation() {
    return new SqlOrganisation(rows);
  }
}
