def written_down(calls):
    notebook = []
    for call in calls:
        if notebook == [] or call != notebook[-1]:
            notebook.append(call)
        return notebook
