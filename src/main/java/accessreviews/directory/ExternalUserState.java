package accessreviews.directory;

/** Whether a guest has accepted the invitation. */
enum ExternalUserState {
  PendingAcceptance,
  Accepted
}
