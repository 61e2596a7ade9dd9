def leftover_buttons(buttons, each):
    cardigans = buttons // each
    return buttons - cardigans * each
