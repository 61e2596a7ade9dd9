"""asyncio's event loop where there is no system: no sockets, no signals, no threads. Timers and tasks work."""

import selectors
import time

from . import base_events, events

__all__ = ('SelectorEventLoop', 'EventLoop')


class _Nothing(selectors.BaseSelector):
    """Waits for nothing but time."""

    def register(self, fileobj, events, data=None):
        raise OSError('there are no sockets here')

    def unregister(self, fileobj):
        raise KeyError(fileobj)

    def get_map(self):
        return {}

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError('every task waits for something that will never happen')
        if timeout > 0:
            time.sleep(timeout)
        return []


class SelectorEventLoop(base_events.BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        self._selector = _Nothing()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


EventLoop = SelectorEventLoop


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = SelectorEventLoop


_UnixDefaultEventLoopPolicy = _DefaultEventLoopPolicy
