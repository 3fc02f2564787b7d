"""What people do in a browser, each act together with what it leads to."""


def press(page, selector):
    """Click what leads to another page, and wait until that page stands.

    A click alone returns while a slow machine still shows the page before; what is read then is the wrong page.
    """
    with page.expect_navigation():
        page.click(selector)
