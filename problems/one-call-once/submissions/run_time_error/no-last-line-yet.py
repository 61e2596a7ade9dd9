def written_down(calls):
    notebook = []
    for call in calls:
        if call != notebook[-1]:
            notebook.append(call)
    return notebook
