def put_right(jars):
    jars[0] = jars[-1]
    first = jars[0]
    jars[-1] = first
    return jars
