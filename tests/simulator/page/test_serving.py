"""Listening: the address, the warning, the busy port."""

import socket
import struct

from playwright.sync_api import expect

from skill.simulator.conversation import DoorClosedError
from skill.simulator.page.serving import announced
from tests.simulator.page.driving import opened, say, serve


def test_the_terminal_says_where_it_is_and_answers_one_question(door):
    said = announced(door, "127.0.0.1", 8080, "en-US")
    assert said[0] == "Leg Day is at http://127.0.0.1:8080"
    assert '"does running count as leg day"' in said[2]
    assert '"Partly. ' in said[3]


def test_a_page_that_others_can_reach_comes_with_a_warning(door):
    said = announced(door, "0.0.0.0", 8080, "en-US")
    assert said[0].startswith("WARNING: 0.0.0.0 lets other machines in.")
    assert said[2] == "Leg Day is at http://127.0.0.1:8080"


def test_an_ipv6_address_is_written_as_browsers_want_it(door):
    assert announced(door, "::1", 80, "en-US")[0] == "Leg Day is at http://[::1]:80"


def test_a_busy_port_is_one_clear_line(leg_day):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        done = leg_day("simulate", "--port", str(port))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"leg-day: cannot listen on 127.0.0.1 port {port}: Address already in use\n"
    )


def test_a_host_that_is_not_here_is_one_clear_line(leg_day):
    done = leg_day("simulate", "--host", "203.0.113.9", "--port", "0")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_locale_without_a_model_is_one_clear_line(leg_day):
    done = leg_day("simulate", "--locale", "de-DE", "--port", "0")
    assert done.exit_code == 2
    assert "no model for locale 'de-DE'" in done.stderr


def test_a_broken_skill_shows_a_message_not_a_blank_page(new_context, watched):
    def broken(body):
        raise DoorClosedError("the skill's endpoint answered 400")

    watched.expected = True
    site = serve(broken)
    try:
        page = opened(new_context(), site)
        assert say(page, "does running count as leg day") == (
            "The skill did not answer: the skill's endpoint answered 400."
        )
        expect(page.get_by_label("Say something")).to_be_focused()
    finally:
        site.stop()


def test_a_simulator_that_is_gone_shows_a_message(new_context, watched, door):
    watched.expected = True
    site = serve(door)
    try:
        page = opened(new_context(), site)
    finally:
        site.stop()
    assert "Is it still running in the terminal?" in say(page, "does running count")


def test_a_browser_that_goes_away_leaves_no_file_open(door):
    """An open file that nobody closed is a warning, and warnings are errors here."""
    site = serve(door)
    host, port = "127.0.0.1", site.server.port
    for _ in range(20):
        with socket.create_connection((host, port)) as browser:
            browser.sendall(f"GET /engine.js HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
            head, _, body = browser.recv(4_096).partition(b"\r\n\r\n")
            left = int(head.lower().split(b"content-length: ")[1].split()[0]) - len(body)
            while left:
                left -= len(browser.recv(left))
            reset = struct.pack("ii", 1, 0)
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
    site.stop()
