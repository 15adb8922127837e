"""Times of publication and authors in the line under a headline, as pages print them."""

from __future__ import annotations

import pytest

from dateline.read.layout import Layout, layout

BODY = (
    "The council met in the old hall on the hill and the mayor spoke to the people who had come "
    "from the villages around it.\n\nA second paragraph says that the road is closed and that it "
    "will be mended before the winter comes to the valley.\n"
)


def page(line: str) -> Layout:
    return layout(f"Council meets in the hall\n\n{line}\n\n{BODY}")


LINES = [
    ("Updated 17:42 GMT, Aug 19 2021", "", "2021-08-19T17:42:00Z", ""),
    ("08.19.21, 17:42", "2021-08-19T17:42:00Z", "", ""),
    ("Posted at 5:42 PM, Aug 19, 2021", "2021-08-19T17:42:00Z", "", ""),
    ("Posted: Aug 19, 2021 / 05:42 PM EDT", "2021-08-19T21:42:00Z", "", ""),
    (
        "Posted: Aug 19, 2021 / 05:42 PM EDT / Updated: Aug 20, 2021 / 09:00 AM EDT",
        "2021-08-19T21:42:00Z",
        "2021-08-20T13:00:00Z",
        "",
    ),
    (
        "12:00 AM, August 19, 2021 / LAST MODIFIED: 12:54 AM, August 19, 2021",
        "2021-08-19T00:00:00Z",
        "2021-08-19T00:54:00Z",
        "",
    ),
    ("Aug. 19, 2021 Updated 5:42 p.m. ET", "2021-08-19", "2021-08-19T21:42:00Z", ""),
    ("Updated 2142 GMT (0542 HKT) August 19, 2021", "", "2021-08-19T21:42:00Z", ""),
    ("Thu, Aug 19, 2021, 5:42 PM\u00b73 min read", "2021-08-19T17:42:00Z", "", ""),
    ("19 August 2021, 17:42 IST", "2021-08-19T12:12:00Z", "", ""),
    ("19 August 2021, 17:42 BST", "2021-08-19T16:42:00Z", "", ""),
    ("19 January 2021, 17:42 BST", "2021-01-19T11:42:00Z", "", ""),
    ("By Ada Voss, Aug 19, 2021", "2021-08-19", "", "By Ada Voss"),
    ("By Ada Voss | Aug 19, 2021 | 5:42 pm", "2021-08-19T17:42:00Z", "", "By Ada Voss"),
    (
        "By Ada Voss Updated: Aug 19, 2021 17:42 IST",
        "",
        "2021-08-19T12:12:00Z",
        "By Ada Voss",
    ),
    ("Updated 2 hours ago", "", "", ""),
    ("Updated at 5:42pm", "", "", ""),
    ("By Aug 19, 2021 the road will be open", "", "", ""),
]


@pytest.mark.parametrize(("line", "published", "updated", "byline"), LINES)
def test_line_under_the_headline_when_printed_so_then_times_and_author(
    line: str, published: str, updated: str, byline: str
) -> None:
    found = page(line)
    assert (found.published, found.updated, found.byline) == (published, updated, byline)


def test_zone_when_several_countries_use_its_name_then_the_reading_is_noted() -> None:
    assert ("published_zone", "IST read as UTC+5:30") in page("19 Aug 2021, 17:42 IST").raw_times
    assert ("published_zone", "BST read as UTC+6") in page("19 Jan 2021, 17:42 BST").raw_times
