"""Saved packets in Chromium: kept whole, read without a network, brought up to date, and taken back."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from offline_site import BIG, ID, OTHER, Council, Host, hosted, paper
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

TABLET = {"width": 1180, "height": 820}
PHONE = {"width": 390, "height": 844}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DETAILS = "12月2日/02_議案第1号_内訳.pdf"
VIOLATIONS = """
window.refused = [];
document.addEventListener("securitypolicyviolation", one => window.refused.push(one.violatedDirective + one.blockedURI));
"""
HELD = """async () => {
    const found = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        found[name] = (await cache.keys()).map((one) => new URL(one.url).pathname.split("/").slice(2).join("/"));
    }
    return found;
}"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Council:
    """Build the small council once."""
    council = Council(tmp_path_factory.mktemp("model") / "shi")
    council.folder.mkdir()
    council.start()
    return council


@pytest.fixture
def council(model: Council, tmp_path: Path) -> Council:
    """Return a copy of it that a test may change."""
    return Council(Path(shutil.copytree(model.folder, tmp_path / "shi")))


@pytest.fixture
def host(council: Council) -> Iterator[Host]:
    with hosted(council.site) as running:
        yield running


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport=TABLET, locale="ja-JP", reduced_motion="reduce")
    made.add_init_script(VIOLATIONS)
    made.set_default_timeout(10000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, host: Host) -> Page:
    return opened(context, host)


def opened(context: BrowserContext, host: Host, packet: str = ID) -> Page:
    """Open a packet's page; an error of a script or a breach of the policy fails the test that looks at ``wrong``."""
    page = context.new_page()
    page.goto(f"{host.address}packets/{packet}.html")
    return page


def save(page: Page) -> None:
    page.get_by_role("button", name="この会議を保存").click()
    expect(news(page)).to_contain_text("保存しました")
    assert page.evaluate("window.refused") == []


def news(page: Page):
    return page.locator(".c-offline__news")


def held(page: Page) -> dict[str, list[str]]:
    """Return what every cache holds, by the kind of the cache and the packet."""
    return {"|".join(name.split("|")[3:5]): uris for name, uris in page.evaluate(HELD).items()}


def until(page: Page, condition: str, given: object = None) -> None:
    """Wait until a script's answer is yes; Playwright's own way takes a promise for one."""
    for _ in range(200):
        if page.evaluate(condition, given):
            return
        page.wait_for_timeout(50)
    pytest.fail(condition)


def wait_for_pdf(page: Page) -> None:
    """Wait for the packet's PDF, which follows what is needed."""
    until(page, f"async () => Boolean(await caches.match('{ID}.pdf'))")


def packet(page: Page) -> list[str]:
    return held(page).get(f"packet|{ID}", [])


def manifest(council: Council) -> dict:
    return json.loads((council.site / "packets" / f"{ID}.json").read_text("utf-8"))


def test_a_saved_packet_is_read_without_a_network(page: Page, host: Host, council: Council) -> None:
    expect(page.get_by_role("button", name="この会議を保存")).to_contain_text("MB")
    save(page)
    told = manifest(council)
    wait_for_pdf(page)
    assert sorted(packet(page)) == sorted([*(one["url"] for one in told["files"]), f"packets/{ID}.json"])
    host.cut = True
    page.reload()
    expect(page.locator("h1")).to_contain_text("12月2日")
    header = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    assert page.evaluate(header) != "rgba(0, 0, 0, 0)"
    page.goto(f"{host.address}packets/{ID}.html#p65")
    expect(page.locator("[id='p65']")).to_be_in_viewport()
    first = told["papers"][0]
    link = page.locator(f"a[href*='{first['url']}']").first
    assert link.evaluate("one => one.href").startswith(f"{host.address}packets/files/")
    body = page.evaluate(
        """async (way) => {
            const whole = await fetch(way);
            const part = await fetch(way, { headers: { Range: "bytes=100-199" } });
            const tail = await fetch(way, { headers: { Range: "bytes=-7" } });
            const beyond = await fetch(way, { headers: { Range: "bytes=99999999-" } });
            return [(await whole.arrayBuffer()).byteLength, part.status, (await part.arrayBuffer()).byteLength,
                part.headers.get("Content-Range"), (await tail.arrayBuffer()).byteLength, beyond.status];
        }""",
        f"files/{Path(first['url']).name}",
    )
    size = (council.site / first["url"]).stat().st_size
    assert body == [size, 206, 100, f"bytes 100-199/{size}", 7, 416]
    opened_paper = page.goto(link.evaluate("one => one.href"))
    assert opened_paper is None or opened_paper.status == 200


def test_in_the_chamber_a_member_jumps_searches_and_notes_without_a_network(page: Page, host: Host) -> None:
    save(page)
    host.cut = True
    page.reload()
    expect(page.locator("[data-packet][data-notes]")).to_be_attached()
    page.locator(".packet-box input").click()
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    expect(page.locator("[id='p5']")).to_be_in_viewport()
    word = page.locator("#p5 .packet-text").inner_text().split()[0]
    page.get_by_role("button", name="検索", exact=True).last.click()
    page.get_by_label("さがす言葉").fill(word)
    page.keyboard.press("Enter")
    expect(page.locator(".packet-hit").first).to_be_visible()
    page.locator("[data-key=notes]").click()
    page.get_by_role("button", name="このページにメモを書く").click()
    page.locator(".packet-write textarea").fill("委員長に確かめる")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator(".packet-said")).to_contain_text("保存しました。")
    page.reload()
    expect(page.locator("#p5")).to_contain_text("委員長に確かめる")
    assert page.evaluate("window.refused") == []


def test_a_paper_is_an_own_page_without_a_network(page: Page, host: Host, council: Council) -> None:
    save(page)
    name = Path(manifest(council)["papers"][1]["url"]).name
    page.reload()
    host.cut = True
    frame = page.evaluate(
        """(way) => new Promise((resolve) => {
            const frame = document.createElement("iframe");
            frame.src = way;
            frame.addEventListener("load", () => resolve(frame.contentWindow !== null));
            document.body.append(frame);
        })""",
        f"files/{name}",
    )
    assert frame


def test_what_is_not_saved_leads_to_what_is(page: Page, host: Host) -> None:
    save(page)
    host.cut = True
    page.goto(f"{host.address}packets/{OTHER}.html")
    expect(page.locator("h1")).to_have_text("保存した会議")
    expect(page.get_by_text("この端末に保存されていません")).to_be_visible()
    expect(page.get_by_role("link", name="12月2日")).to_be_visible()
    page.goto(f"{host.address}packets/files/m-00000000.pdf")
    expect(page.locator("h1")).to_have_text("保存した会議")
    assert page.url.endswith("/packets/offline.html")
    host.cut = False
    page.goto(f"{host.address}packets/{OTHER}.html")
    expect(page.locator("h1")).to_contain_text("12月3日")


def test_a_link_to_what_is_not_saved_says_so_and_stays(page: Page, host: Host, context: BrowserContext) -> None:
    save(page)
    host.cut = True
    context.set_offline(offline=True)
    page.get_by_role("link", name="会議のページへ").click()
    expect(news(page)).to_contain_text("このページは保存されていません")
    assert page.url.endswith(f"packets/{ID}.html")


def test_only_a_replaced_paper_is_fetched_again_and_only_when_asked(
    page: Page, host: Host, council: Council, record_property: pytest.RecordProperty
) -> None:
    save(page)
    wait_for_pdf(page)
    before = host.weight()
    council.put(DETAILS, paper("Details again", 3))
    council.build()
    page.reload()
    expect(news(page)).to_contain_text("資料2が差し替えられました")
    kept = page.evaluate("fetch('', {cache: 'default'}).then((one) => one.text())")
    assert "Details again" not in kept
    host.sent.clear()
    news(page).get_by_role("button", name="更新").click()
    expect(news(page)).to_contain_text("新しい版を保存しました")
    changed = {Path(path).name for path, size in host.sent.items() if size}
    told = manifest(council)
    needed = {Path(one["url"]).name for one in told["files"] if not one.get("whole")}
    assert changed & needed == {Path(told["papers"][1]["url"]).name, f"{ID}.html"}
    assert host.weight("/files/") == (council.site / told["papers"][1]["url"]).stat().st_size
    record_property("KB at first", before / 1000)
    record_property("KB again", host.weight("/files/", ".html", ".json") / 1000)
    wait_for_pdf(page)
    news(page).get_by_role("button", name="表示し直す").click()
    expect(page.get_by_text("Details again").first).to_be_visible()
    assert len([name for name in held(page) if name.startswith("packet")]) == 1


def test_a_damaged_upload_never_replaces_a_good_copy(page: Page, host: Host, council: Council) -> None:
    save(page)
    wait_for_pdf(page)
    whole = page.evaluate(HELD)
    council.put(DETAILS, paper("Details again", 3))
    council.build()
    place = council.site / manifest(council)["papers"][1]["url"]
    good = place.read_bytes()
    place.write_bytes(good[:-20])
    page.reload()
    news(page).get_by_role("button", name="更新").click()
    expect(news(page)).to_contain_text("サイトの記録と違う")
    assert whole.items() <= page.evaluate(HELD).items()
    host.cut = True
    page.reload()
    expect(page.get_by_text("Details 1").first).to_be_visible()
    host.cut = False
    place.write_bytes(good)
    page.reload()
    news(page).get_by_role("button", name="更新").click()
    expect(news(page)).to_contain_text("新しい版を保存しました")


def test_a_download_that_is_cut_off_goes_on_where_it_stopped(page: Page, host: Host, context: BrowserContext) -> None:
    context.route("**/files/*.pdf", lambda route: route.abort())
    page.get_by_role("button", name="この会議を保存").click()
    expect(news(page)).to_contain_text("続きから保存します")
    host.cut = True
    page.wait_for_timeout(100)
    page.goto("about:blank")
    host.cut = False
    context.unroute("**/files/*.pdf")
    host.sent.clear()
    page.goto(f"{host.address}packets/{ID}.html")
    page.get_by_role("button", name="もう一度保存").click()
    expect(news(page)).to_contain_text("保存しました")
    assert host.weight(".pdf") > 0


def test_a_withdrawn_paper_is_gone_at_the_next_contact(page: Page, host: Host, council: Council) -> None:
    save(page)
    old = manifest(council)
    (council.papers / DETAILS).unlink()
    council.build()
    host.portal = b"<!doctype html><title>Hotel</title>Please log in"
    page.reload()
    page.wait_for_timeout(500)
    assert old["papers"][1]["url"] in packet(page)
    host.portal = b""
    host.cut = True
    page.reload()
    page.wait_for_timeout(500)
    assert old["papers"][1]["url"] in packet(page)
    host.cut = False
    page.reload()
    expect(news(page)).to_contain_text("資料2が取り下げられました")
    assert old["papers"][1]["url"] not in packet(page)
    host.cut = True
    page.reload()
    expect(page.locator("h1")).to_contain_text("12月2日")
    assert "Details" not in page.content()
    words = page.evaluate(
        """async () => {
            const texts = [];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const one of await cache.keys()) texts.push(await (await cache.match(one)).text());
            }
            return texts.join();
        }"""
    )
    assert "Details" not in words


def test_withdrawn_words_go_even_if_the_rest_cannot_be_saved_again(page: Page, host: Host, council: Council) -> None:
    save(page)
    old = manifest(council)
    (council.papers / DETAILS).unlink()
    council.build()
    (council.site / "packets" / f"{ID}.html").write_text("half", "utf-8")
    page.goto(f"{host.address}packets/offline.html")
    expect(news(page)).to_contain_text("もう一度保存してください")
    assert {old["papers"][1]["url"], f"packets/{ID}.html", f"packets/{ID}.json"}.isdisjoint(
        uri for name, uris in held(page).items() if name.startswith("packet") for uri in uris
    )
    expect(page.get_by_role("button", name="もう一度保存")).to_be_visible()


def test_a_saved_packet_is_brought_up_to_date_when_words_were_withdrawn_anywhere(
    page: Page, host: Host, council: Council
) -> None:
    save(page)
    own, place = council.site / "packets" / f"{ID}.json", council.site / "packets" / "list.json"
    told = manifest(council)
    changed = own.read_text("utf-8").replace(told["redactions"], "0" * 16).encode()
    before = hashlib.sha256(own.read_bytes()).hexdigest()
    own.write_bytes(changed)
    place.write_text(place.read_text("utf-8").replace(before, hashlib.sha256(changed).hexdigest()), "utf-8")
    page.reload()
    expect(news(page)).to_contain_text("取消し・訂正のため")
    expect(news(page).get_by_role("button", name="表示し直す")).to_be_visible()
    host.cut = True
    page.reload()
    expect(page.locator("h1")).to_contain_text("12月2日")


def test_a_packet_that_the_site_no_longer_names_is_deleted(page: Page, host: Host, council: Council) -> None:
    save(page)
    shutil.rmtree(council.papers / "12月2日")
    (council.papers.parent.parent / "session.yml").write_text("name: 令和8年第4回定例会\n", "utf-8")
    council.build()
    page.goto(f"{host.address}packets/offline.html")
    expect(news(page)).to_contain_text("公開されなくなった")
    assert packet(page) == []
    expect(page.get_by_text("保存した会議はまだありません")).to_be_visible()


def test_what_the_device_threw_away_is_offered_again(page: Page, host: Host) -> None:
    save(page)
    page.evaluate(
        f"caches.keys().then((all) => all.filter((one) => one.includes('{ID}')).forEach((one) => caches.delete(one)))"
    )
    page.goto(f"{host.address}packets/offline.html")
    expect(page.get_by_text("端末から消されています")).to_be_visible()
    page.get_by_role("button", name="もう一度保存").click()
    expect(news(page)).to_contain_text("保存しました")
    expect(page.get_by_text("保存済み")).to_be_visible()
    page.once("dialog", lambda one: one.dismiss())
    page.get_by_role("button", name="12月2日 本会議を削除").click()
    assert packet(page)
    page.once("dialog", lambda one: one.accept())
    page.get_by_role("button", name="12月2日 本会議を削除").click()
    expect(page.get_by_text("保存した会議はまだありません")).to_be_visible()
    assert packet(page) == []


def test_a_new_worker_takes_over_and_loses_nothing(page: Page, host: Host, council: Council) -> None:
    save(page)
    first = [name for name in page.evaluate("caches.keys()") if "|shell|" in name]
    settings = council.folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("site_name: 試験市議会", "site_name: 試験市議会の記録"), "utf-8"
    )
    council.build()
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    until(
        page,
        """(old) => caches.keys().then((all) => {
            const shells = all.filter((one) => one.includes("|shell|"));
            return shells.length === 1 && shells[0] !== old;
        })""",
        first[0],
    )
    assert packet(page)
    expect(page.locator("h1")).to_contain_text("12月2日")  # the page stands open all the while
    host.cut = True
    page.reload()
    expect(page.locator("h1")).to_contain_text("12月2日")
    page.goto(f"{host.address}packets/offline.html")
    assert "試験市議会の記録" in page.title()


def test_an_update_of_the_look_alone_names_no_paper(page: Page, council: Council) -> None:
    save(page)
    settings = council.folder / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("site_name: 試験市議会", "site_name: 試験市議会の記録"), "utf-8"
    )
    council.build()
    page.reload()
    expect(news(page)).to_contain_text("新しい版があります")


def test_editions_of_one_host_keep_apart(context: BrowserContext, council: Council) -> None:
    members = Council(council.folder, "members")
    members.put("12月2日/03_議案第1号_非公開.pdf", paper("Secret", 2), "議員限定")
    members.build()
    council.build()
    with hosted(council.site) as host:
        page = opened(context, host)
        save(page)
        root = host.address.replace("/site/", "/site-members/")
        page.goto(f"{root}packets/{ID}.html")
        save(page)
        names = [name for name in page.evaluate("caches.keys()") if "|packet|" in name]
        assert sorted(name.split("|")[1] for name in names) == ["members", "public"]
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        page.goto(f"{host.address}packets/offline.html")
        expect(page.get_by_role("link", name="12月2日")).to_have_count(1)
        assert "Secret" not in page.evaluate(f"fetch('{host.address}packets/{ID}.html').then((one) => one.text())")


def test_without_https_the_page_says_so(context: BrowserContext, council: Council) -> None:
    def answer(route) -> None:
        place = council.site / route.request.url.partition("/gikai/")[2].partition("?")[0]
        route.fulfill(path=str(place)) if place.is_file() else route.fulfill(status=404)

    context.route("http://council.test/**", answer)
    page = context.new_page()
    page.goto(f"http://council.test/gikai/packets/{ID}.html")
    expect(page.get_by_text("このアドレスでは保存できません")).to_be_visible()
    expect(page.get_by_role("button", name="この会議を保存")).to_have_count(0)


def test_today_comes_first(context: BrowserContext, host: Host) -> None:
    page = opened(context, host)
    save(page)
    page.goto(f"{host.address}packets/{OTHER}.html")
    save(page)
    page.clock.set_fixed_time("2026-12-02T01:00:00Z")
    page.goto(f"{host.address}packets/offline.html")
    expect(page.locator("[data-offline-list] li").first).to_contain_text("今日の会議")
    expect(page.locator("[data-offline-list] li").first).to_contain_text("12月2日")


@pytest.mark.parametrize(("scheme", "view"), [("light", TABLET), ("dark", TABLET), ("light", PHONE)])
def test_the_list_is_for_everybody(chromium: Browser, host: Host, scheme: str, view: dict[str, int]) -> None:
    context = chromium.new_context(viewport=view, color_scheme=scheme, locale="ja-JP", reduced_motion="reduce")
    context.add_init_script(VIOLATIONS)
    page = opened(context, host)
    save(page)
    page.goto(f"{host.address}packets/offline.html")
    page.locator("summary").click()
    page.evaluate(AXE)
    found = page.evaluate("(only) => axe.run(document, {runOnly: only})", LEVELS)["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
    for button in page.get_by_role("button").all():
        box = button.bounding_box()
        if box and button.evaluate("(one) => Boolean(one.closest('.c-offline'))"):
            assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]
    context.close()


def test_it_can_be_installed(page: Page) -> None:
    told = page.evaluate(
        "fetch(document.querySelector('link[rel=manifest]').href).then((one) => one.json())",
    )
    assert told["start_url"] == "offline.html"
    for one in told["icons"]:
        assert page.evaluate(
            """async ([way, side]) => {
                const picture = new Image();
                picture.src = way;
                await picture.decode();
                return picture.naturalWidth === side && picture.naturalHeight === side;
            }""",
            [one["src"], int(one["sizes"].partition("x")[0])],
        )
    assert page.evaluate("window.refused") == []
    assert BIG
