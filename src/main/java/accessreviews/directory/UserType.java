package accessreviews.directory;

/** How a user belongs to the organisation. */
enum UserType {
  Member,
  Guest
}
