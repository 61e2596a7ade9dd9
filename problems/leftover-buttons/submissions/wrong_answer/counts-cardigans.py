def leftover_buttons(buttons, each):
    return buttons // each
