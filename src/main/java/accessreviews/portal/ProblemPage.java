package accessreviews.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page that says why something did not work.
 *
 * @param detail what the service says of it, in English; empty if that would tell nothing more
 */
@CheckedTemplate(basePath = "portal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ProblemPage(String language, PortalWords words, String sentence, String detail)
    implements TemplateInstance {}
