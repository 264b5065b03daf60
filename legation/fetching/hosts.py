"""Which hosts may be asked: public ones. A page must not lead us to machines of the house."""

from __future__ import annotations

import ipaddress
import socket

from legation.errors import InputError


def allowed_address(host: str, port: int, allow_private: bool = False) -> str:
    """The address of ``host`` that may be asked; every address that its name has must be a public one.

    Example:
        >>> allowed_address("127.0.0.1", 80, allow_private=True)
        '127.0.0.1'

    Raises:
        InputError: the name is not known, or one of its addresses is private, loopback or otherwise not public.
    """
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise InputError(f"no host is called {host}", "check the address and the connection") from error
    for address in found:
        if not allow_private and not is_public(address):
            raise InputError(f"{host} is {address}, no public address", "--allow-private allows it")
    return min(found, key=lambda address: ":" in address)  # IPv4 first: it reaches more


def is_public(address: str) -> bool:
    """Whether an address is of the public internet, also where it is written as IPv4 within IPv6.

    Example:
        >>> is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("8.8.8.8")
        (False, False, True)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return found.is_global and not found.is_multicast
