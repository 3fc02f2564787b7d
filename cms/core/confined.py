"""What a program that reads strangers' files may take: it knows nothing of the site, so that programs can start with it."""


def confine(*, memory: int, seconds: int) -> None:
    """Hold this process to `memory` bytes of addresses and `seconds` of the processor; it may write no file, leave no core.

    Not on Windows, where the caller's clock is the only limit.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
