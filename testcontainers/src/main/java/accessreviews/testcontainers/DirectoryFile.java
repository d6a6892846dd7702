package accessreviews.testcontainers;

/** What a file to be loaded into the directory has a line for each of. */
public enum DirectoryFile {
  /** Users: {@code id,displayName,userPrincipalName}, and whatever else users have. */
  users,
  /** Groups: {@code id,displayName}, and whatever else groups have. */
  groups,
  /** Who is in which group: {@code groupId,memberId}. */
  memberships,
  /** Whose manager is who: {@code userId,managerId}. */
  managers,
  /** Who owns which group or application: {@code objectId,ownerId}. */
  owners
}
