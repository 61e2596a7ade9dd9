def put_right(jars):
    jars[0] = jars[-1]
    jars[-1] = jars[0]
    return jars
