package accessreviews.notifications.arrival;

import java.util.stream.Stream;

/**
 * What may stand in a directory where an address is expected.
 *
 * @param isUsual whether a mail has to arrive at it
 */
record OddAddress(String address, boolean isUsual) {
  static Stream<OddAddress> all() {
    return Stream.concat(
        Stream.of(
                "plain@contoso.com",
                "UPPER.Case@Contoso.COM",
                "plus+reviews@contoso.com",
                "o'neil@contoso.com",
                "dots.and-dashes_@sub.contoso.co.uk",
                "a/b=c{d}e|f~g!h#i$j%%k^l&m*n?o@contoso.com".replace("%%", "%"),
                "x".repeat(64) + "@contoso.com")
            .map(address -> new OddAddress(address, true)),
        Stream.of(
                "\"ada lovelace\"@contoso.com",
                "\"a@b\"@contoso.com",
                "\"a,b\"@contoso.com",
                "\"a\\\"b\"@contoso.com",
                "\"a\\\\\"@contoso.com",
                "\"<eve@evil.example>\"@contoso.com",
                "ada@m\u00fcnchen.example",
                "j\u00fcrgen@contoso.com",
                "\u4f60\u597d@\u4f8b\u5b50.example",
                "\ud83d\ude00@contoso.com",
                "\u202eeve@contoso.com",
                "ada@contoso.com,eve@evil.example",
                "ada@contoso.com;eve@evil.example",
                "ada@contoso.com eve@evil.example",
                "Ada <ada@contoso.com>",
                "<ada@contoso.com>",
                "ada@contoso.com>,<eve@evil.example",
                "ada@contoso.com\r\nBcc: eve@evil.example",
                "ada@contoso.com>\r\nRCPT TO:<eve@evil.example",
                "ada@contoso.com\nBcc: eve@evil.example",
                "ada@contoso.com\rBcc: eve@evil.example",
                "ada@contoso.com\u2028Bcc: eve@evil.example",
                "ada@contoso.com\u0085Bcc: eve@evil.example",
                "ada\t@contoso.com",
                "a\u0007da@contoso.com",
                "ada\u007f@contoso.com",
                "ada@contoso.com> SIZE=1 <",
                "ada@contoso.com(eve@evil.example)",
                "(eve@evil.example)ada@contoso.com",
                "ada.@contoso.com",
                ".ada@contoso.com",
                "a..da@contoso.com",
                "-oQ@contoso.com",
                "@contoso.com",
                "ada@",
                "ada",
                "@",
                "ada@@contoso.com",
                "ada@b@contoso.com",
                "ada@[127.0.0.1]",
                "ada@[IPv6:::1]",
                "ada@localhost",
                "ada@-contoso.com",
                "ada@contoso..com",
                "ada@.contoso.com",
                "ada@contoso.com.",
                "ada%evil.example@contoso.com",
                "evil.example!eve@contoso.com",
                "@evil.example,@contoso.com:ada@contoso.com",
                "friends: ada@contoso.com, eve@evil.example;",
                "=?utf-8?q?eve=40evil.example=2C?=@contoso.com",
                "undisclosed-recipients:;",
                "mailto:ada@contoso.com",
                "${7*7}{user.id}@contoso.com",
                "",
                " ",
                "    ",
                " ada@contoso.com",
                "ada@contoso.com ",
                "x".repeat(65) + "@contoso.com",
                "ada@" + "x".repeat(64) + ".example",
                "ada@" + "label.".repeat(50) + "example",
                "x".repeat(4_000) + "@contoso.com",
                "@".repeat(4_000))
            .map(address -> new OddAddress(address, false)));
  }
}
