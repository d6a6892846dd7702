package accessreviews.portal.reviewing;

import accessreviews.portal.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * Asks before the recommendations of a review are accepted.
 *
 * @param link the address of the review
 * @param numbers what would become of the open items
 * @param button what the button says; null if there is nothing to accept
 */
@CheckedTemplate(
    basePath = "portal/reviewing",
    defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AcceptPage(Frame frame, String link, String review, String numbers, @Nullable String button)
    implements TemplateInstance {}
