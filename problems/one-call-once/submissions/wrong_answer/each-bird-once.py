def written_down(calls):
    notebook = []
    for call in calls:
        if call not in notebook:
            notebook.append(call)
    return notebook
