package accessreviews.directory.users;

/** How a user belongs to the organisation. */
enum UserType {
  Member,
  Guest
}
