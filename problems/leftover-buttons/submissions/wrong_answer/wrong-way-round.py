def leftover_buttons(buttons, each):
    return each % buttons
