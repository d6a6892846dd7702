package accessreviews.directory.users;

/** Whether a guest has accepted the invitation. */
enum ExternalUserState {
  PendingAcceptance,
  Accepted
}
