"""Rules for interfaces, endpoints, events and where the skill is offered."""

from collections import Counter
from collections.abc import Iterator

from skill.lint.finding import Finding, by_cause, data
from skill.lint.located import Row, Table, Text, tables_in
from skill.lint.package import Package, child

_AUDIO = ("AMAZON.PauseIntent", "AMAZON.ResumeIntent")
_Fault = tuple[str, int, str]


def check(package: Package) -> Iterator[Finding]:
    """Yield what is wrong with interfaces, endpoints, events and countries."""
    if package.manifest is None:
        return
    manifest = child(package.manifest, "manifest")
    faults = (
        *_interfaces(child(manifest, "apis", "custom")),
        *_withdrawn(manifest),
        *_endpoints(manifest),
        *_countries(child(manifest, "publishingInformation")),
    )
    for rule, line, says in faults:
        yield Finding(rule, package.manifest_file, line, says)
    yield from by_cause(package.manifest_file, _audio(package))


def _interfaces(custom: Table) -> Iterator[_Fault]:
    for interface in tables_in(custom.get("interfaces")):
        kind = interface.get("type")
        if kind == "ALEXA_PRESENTATION_APL" and not interface.get("supportedViewports"):
            yield "viewports-missing", interface.line, "APL without supportedViewports"


def _audio(package: Package) -> Iterator[tuple[str, str, int, str]]:
    custom = child(package.manifest, "manifest", "apis", "custom")
    for interface in tables_in(custom.get("interfaces")):
        for model in package.models.values() if interface.get("type") == "AUDIO_PLAYER" else ():
            names = {intent.name for intent in model.intents}
            missing = [name for name in _AUDIO if name not in names]
            if missing and not model.misshapen:
                says = f"AUDIO_PLAYER, and no {' and no '.join(missing)}"
                yield "audio-intents", model.locale or model.file, interface.line, says


def _withdrawn(manifest: Table) -> Iterator[_Fault]:
    gone = data("retired")
    for interface in tables_in(child(manifest, "apis", "custom").get("interfaces")):
        name = str(interface.get("type"))
        if name in gone["interfaces"]:
            yield "interface-withdrawn", interface.line, f"{name}: {gone['interfaces'][name]}"
    for name in child(manifest, "apis"):
        if name in gone["apis"]:
            yield "interface-withdrawn", manifest["apis"].line, f"{name}: {gone['apis'][name]}"
    for row in tables_in(manifest.get("permissions")):
        name = str(row.get("name"))
        if name in gone["permissions"]:
            yield "interface-withdrawn", row.line, f"{name}: {gone['permissions'][name]}"


def _endpoints(manifest: Table) -> Iterator[_Fault]:
    apis = child(manifest, "apis")
    places = {f"apis.{name}": child(apis, name) for name in apis}
    places["events"] = child(manifest, "events")
    for name, place in places.items():
        yield from _endpoint(name, child(place, "endpoint"), lambda_only=name == "apis.smartHome")
        for region in child(place, "regions"):
            endpoint = child(place, "regions", region, "endpoint")
            yield from _endpoint(f"{name}, {region},", endpoint, name == "apis.smartHome")
    events = places["events"]
    own = child(apis, "custom", "endpoint").get("uri")
    if tables_in(events.get("subscriptions")) and own and not _has_endpoint(events):
        yield "events-endpoint", events.line, "events are subscribed to, and have no endpoint"


def _endpoint(name: str, endpoint: Table, lambda_only: bool) -> Iterator[_Fault]:
    uri, kind = str(endpoint.get("uri") or ""), endpoint.get("sslCertificateType")
    line = getattr(endpoint.get("uri"), "line", endpoint.line)
    web = uri.startswith("https://")
    if "://" in uri and (not web or lambda_only):  # else an ARN, or a name for ask-cli
        yield "endpoint", line, f'{name} has the endpoint "{uri}"'
    elif web and kind is None:
        yield "endpoint-ssl", line, f"{name} has an https endpoint and no sslCertificateType"
    if kind == "SelfSigned":
        yield "endpoint-certificate", endpoint.line, f"{name} has a self-signed certificate"


def _has_endpoint(events: Table) -> bool:
    regions = child(events, "regions")
    return bool(child(events, "endpoint").get("uri")) or bool(regions)


def _countries(publishing: Table) -> Iterator[_Fault]:
    everywhere, given = (
        publishing.get("isAvailableWorldwide"),
        publishing.get("distributionCountries"),
    )
    countries = given if isinstance(given, Row) else Row()
    line = getattr(given, "line", publishing.line)
    if everywhere is True and countries:
        yield "countries", line, "isAvailableWorldwide is true, and countries are listed"
    if everywhere is False and not countries:
        yield "countries-none", line, "isAvailableWorldwide is false, and no country is listed"
    known = data("manifest")["countries"]["codes"]
    for code, count in Counter(one for one in countries if isinstance(one, Text)).items():
        if count > 1:
            yield "countries", line, f"{code} is listed {count} times"
        if code not in known:
            yield "countries", line, f'"{code}" is no code of a country'
