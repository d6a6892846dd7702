package accessreviews.dev.signin;

import io.quarkus.qute.TemplateContents;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The page of a trial's portal on which one chooses who one is. */
@TemplateContents(
    suffix = "html",
    value =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Sign in – Access Reviews</title>
        <link rel="icon" href="/reviews/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/reviews/assets/portal.css">
        </head>
        <body>
        <main>
        <h1>Sign in</h1>
        <p>This is a trial: no issuer is configured, so everybody may be anybody.</p>
        <form method="post" action="/reviews/sign-in">
        <input type="hidden" name="to" value="{to}">
        <ul class="people">
        {#for person in people}
        <li><button name="user" value="{person.id}">{person.name}</button>
        <span>{person.userName}{#if person.roles} · {person.roles}{/if}</span></li>
        {#else}
        <li>The directory has nobody yet.</li>
        {/for}
        </ul>
        </form>
        </main>
        </body>
        </html>
        """)
record SignInPage(String to, List<Person> people) implements TemplateInstance {

  /** Somebody of the directory. */
  public record Person(String id, String name, String userName, String roles) {}
}
