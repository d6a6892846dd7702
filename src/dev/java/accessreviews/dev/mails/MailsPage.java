package accessreviews.dev.mails;

import io.quarkus.qute.TemplateContents;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The page of dev mode that lists mails. */
@TemplateContents(
    suffix = "html",
    value =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Mails of dev mode</title>
        <style>
        :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
        body { margin: 1rem auto; padding: 0 1rem; max-width: 60rem; overflow-wrap: anywhere; }
        details { border-top: 1px solid #8888; padding: 0.75rem 0; }
        summary { cursor: pointer; }
        pre { white-space: pre-wrap; }
        iframe { width: 100%; height: 44rem; border: 1px solid #8888; }
        </style>
        </head>
        <body>
        <main>
        <h1>Mails of dev mode</h1>
        <p>None of them left this machine. The newest is first; at most 100 are kept.</p>
        {#for mail in mails}
        <details>
        <summary><strong>{mail.subject}</strong><br>{mail.time} to {mail.to}</summary>
        <h2>Text</h2>
        <pre>{mail.text}</pre>
        <h2>HTML</h2>
        <iframe sandbox="" loading="lazy" title="{mail.subject}" src="/dev/mails/{mail.number}"></iframe>
        </details>
        {#else}
        <p>No mail yet. A review with mailNotificationsEnabled sends one when it starts.</p>
        {/for}
        </main>
        </body>
        </html>
        """)
record MailsPage(List<Entry> mails) implements TemplateInstance {

  /** One mail, all of it plain text. */
  public record Entry(String number, String subject, String to, String time, String text) {}
}
