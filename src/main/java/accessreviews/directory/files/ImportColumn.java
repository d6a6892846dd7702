package accessreviews.directory.files;

/**
 * A column of a file, or a member of its objects.
 *
 * @param name as Graph writes it; files write it in any case
 * @param column in the table that the file is copied to
 * @param needed whether each line has to have a value
 */
record ImportColumn(String name, String column, boolean needed, Check check) {
  static ImportColumn needed(String name, String column, Check check) {
    return new ImportColumn(name, column, true, check);
  }

  static ImportColumn optional(String name, String column, Check check) {
    return new ImportColumn(name, column, false, check);
  }
}
