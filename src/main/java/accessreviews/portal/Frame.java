package accessreviews.portal;

import org.jspecify.annotations.Nullable;

/**
 * What all pages have in common.
 *
 * @param language the tag of the language, such as {@code de}
 * @param title the name of the page, in the title of the window
 * @param formToken what each form carries: {@code portal.signin.FormTokens}
 * @param mayManage whether the person may see pages about reviews of others
 * @param notice what was just done, such as how many answers were saved; null if nothing
 */
public record Frame(
    String language,
    PortalWords words,
    String title,
    String userName,
    String formToken,
    boolean mayManage,
    @Nullable String notice) {}
