package accessreviews.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A built-in Microsoft Entra role that counts for access reviews, with its template id. */
public enum DirectoryRole {
  GLOBAL_ADMINISTRATOR("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),
  GLOBAL_READER("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
  IDENTITY_GOVERNANCE_ADMINISTRATOR(
      "Identity Governance Administrator", "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"),
  USER_ADMINISTRATOR("User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1"),
  PRIVILEGED_ROLE_ADMINISTRATOR(
      "Privileged Role Administrator", "e8611ab8-c189-46e8-94e1-60213ab1f814"),
  SECURITY_ADMINISTRATOR("Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d"),
  SECURITY_READER("Security Reader", "5d6b6bb7-de71-4623-b4af-96380a352509");

  private final String displayName;
  private final UUID templateId;

  DirectoryRole(String displayName, String templateId) {
    this.displayName = displayName;
    this.templateId = UUID.fromString(templateId);
  }

  public String displayName() {
    return displayName;
  }

  /** What {@code wids} of a token and role assignments of a directory name. */
  public UUID templateId() {
    return templateId;
  }

  /** The roles among {@code templateIds}; other roles count for nothing here. */
  static Set<DirectoryRole> of(Set<UUID> templateIds) {
    var roles = EnumSet.noneOf(DirectoryRole.class);
    for (var role : values()) {
      if (templateIds.contains(role.templateId)) {
        roles.add(role);
      }
    }
    return roles;
  }
}
