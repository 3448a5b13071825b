"""Where our servers listen, and who may connect: this machine alone, unless told who else."""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
_LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach a server that listens on `host`."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Return the networks that `texts` name, each an address or a network such as 192.168.1.0/24.

    Raises ValueError, in one line, for anything else.
    """
    try:
        return tuple(ip_network(text) for text in texts)
    except ValueError as fault:
        raise ValueError(f"no address and no network: {fault}") from None


def is_among(address: str, clients: Sequence[Network]) -> bool:
    """Return whether an address belongs to this machine or to one of these networks."""
    found = ip_address(address.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found  # ::ffff:192.168.1.20, by dual sockets
    return any(found in network for network in (*_LOOPBACK, *clients))


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises OSError, in one clear line, where it cannot."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server(address[:2], family=family)
        # asyncio does it only for sockets that were made with their protocol said; with Nagle's
        # algorithm on, every answer but the first of a connection is 40 ms late.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except (OSError, OverflowError) as fault:
        text = getattr(fault, "strerror", None) or str(fault)
        reason = text.partition(" (while")[0]  # what follows repeats us
        raise OSError(f"cannot listen on {host} port {port}: {reason}") from None
