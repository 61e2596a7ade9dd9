function writtenDown(calls) {
  const notebook = []
  for (const call of calls) {
    if (call !== notebook[-1]) notebook.push(call)
  }
  return notebook
}
