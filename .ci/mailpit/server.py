"""Takes mails at port 1025; GET /api/v1/messages at port 8025 lists them, newest first. Keeps the last 500 in memory."""

import json
from collections import deque
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller

mails = deque(maxlen=500)


class Mailbox:
    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content, policy=policy.default)
        mails.appendleft(
            {
                "Subject": mail["Subject"],
                "MessageID": (mail["Message-ID"] or "").strip("<>"),
                "To": [{"Address": address} for address in envelope.rcpt_tos],
                "Snippet": mail.get_body(("plain",)).get_content()[:250],
            }
        )
        print(envelope.rcpt_tos, mail["Subject"])
        return "250 taken"


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path.split("?")[0] == "/api/v1/messages"
        body = json.dumps({"total": len(mails), "messages": list(mails)} if found else {}).encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


Controller(Mailbox(), hostname="0.0.0.0", port=1025).start()
ThreadingHTTPServer(("0.0.0.0", 8025), Api).serve_forever()
