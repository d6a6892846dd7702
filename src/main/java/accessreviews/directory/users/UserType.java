package accessreviews.directory.users;

/** Whether a user is a member of the organisation or a guest. */
enum UserType {
  Member,
  Guest
}
