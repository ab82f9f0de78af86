"""A link leads where it says, and a prepared message to one address."""

import pytest

from inolink.checking.addresses import ascii_host, email_flaw, url_flaw


@pytest.mark.parametrize(
    "url",
    [
        *("https://alpha.example", "http://alpha.example/", "https://www.alpha.example:8443/a/b?c=d&e=f#g"),
        *("https://žalias.example/klasteris", "https://alpha.example/%C5%BE", "https://alpha.example/a(b)"),
        *("https://xn--alias-8fb.example/", "https://пример.example/", "https://alpha.example/user@home"),
    ],
)
def test_ordinary_addresses_are_links(url: str) -> None:
    assert url_flaw(url) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        *(
            ("javascript:alert(1)", "url-scheme"),
            ("data:text/html,x", "url-scheme"),
            ("//evil.example", "url-scheme"),
        ),
        *(("alpha.example", "url-scheme"), ("mailto:info@alpha.example", "url-scheme"), ("", "url-scheme")),
        *(
            ("https://alpha.example@evil.example", "url-userinfo"),
            ("https://u:p@evil.example", "url-userinfo"),
        ),
        *(("https://", "url-host"), ("https:///path", "url-host"), ("https://[::1", "url-host")),
        *(
            ("https://localhost/", "url-name"),
            ("https://127.0.0.1/", "url-name"),
            ("https://[::1]/", "url-name"),
        ),
        *(
            ("https://-a-.example", "url-name"),
            ("https://a..example", "url-name"),
            (f"https://{'a' * 64}.example", "url-name"),
        ),
        *(("https://alpha.example:99999", "url-port"), ("https://alpha.example:x", "url-port")),
        *(("https://alpha.example:0", "url-port"), ("https://\u0430lpha.example", "url-alphabets")),
        *(
            ("https://alpha.example/a b", "url-characters"),
            ("https://alpha.example\\@evil.example", "url-characters"),
        ),
        *(
            ("https://alpha.example/\u202e", "url-characters"),
            ("https://alpha.example/\u200b", "url-characters"),
        ),
        *(('https://alpha.example/"x', "url-characters"), ("https://alpha.example/\n", "url-characters")),
        *(("\x00https://alpha.example", "url-characters"), ("https://alpha\u00ad.example", "url-characters")),
    ],
)
def test_an_address_that_harms_visitors_is_refused_with_the_reason(url: str, reason: str) -> None:
    assert url_flaw(url) == reason


def test_a_host_is_shown_as_the_network_knows_it() -> None:
    assert ascii_host("Žalias.example") == "xn--alias-tib.example"
    assert ascii_host("alpha.example.") == "alpha.example"
    assert ascii_host("localhost") is None


@pytest.mark.parametrize("address", ["info@alpha.example", "a@b.lt", "first+tag_1-2.x@sub.alpha.example"])
def test_one_plain_address_can_be_written_to(address: str) -> None:
    assert not email_flaw(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "@",
            "a@b",
            "info@",
            "@alpha.example",
            "a..b@alpha.example",
            ".a@alpha.example",
            "a.@alpha.example",
        ),
        *("a@b\nBcc: x", "a@alpha.example\n", "a@alpha.example,b@alpha.example", "Info <info@alpha.example>"),
        *(
            "a@alpha.example?subject=x",
            "a b@alpha.example",
            "a@-alpha.example",
            "a@127.0.0.1",
            '"a"@alpha.example',
        ),
    ],
)
def test_what_is_more_or_less_than_one_address_is_refused(address: str) -> None:
    assert email_flaw(address)
